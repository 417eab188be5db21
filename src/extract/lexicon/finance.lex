# SPDX-License-Identifier: Apache-2.0
# Bank and card statements, loans, securities, company reports and filings, taxes.

= tokens
statement: kontoauszug auszug relevé extracto estratto rekeningoverzicht wyciąg
transaction: transaktion opération operación operazione transactie transakcja buchung
booking: buchungs gebucht posted posting
withdrawal: abhebung auszahlung retrait retiro prelievo opname wypłata
transfer: überweisung überweisen überwiesen virement transferencia bonifico overschrijving przelew transferência
interest: zinsen zins intérêt interés interesse  odsetki juros
principal: tilgung
loan: darlehen  prêt préstamo mutuo lening pożyczka empréstimo
borrower: darlehensnehmer kreditnehmer emprunteur prestatario leningnemer
lender: darlehensgeber kreditgeber prêteur prestamista geldgever
revenue: revenues umsatz umsatzerlöse erlöse ingresos ricavi omzet przychody receita
sale: sold verkauf vente venta vendita verkoop sprzedaż sprzedaży venda
income: einkommen einkünfte revenu ingreso reddito inkomen dochód
profit: gewinn bénéfice beneficio utile winst zysk lucro
loss: verlust perte pérdida perdita verlies strata
earnings: ergebnis
expense: aufwand aufwendungen ausgaben dépense gasto spesa uitgave wydatek despesa
asset: vermögen aktiva actif activo attivo aktywa ativo vermögenswert
liability: verbindlichkeit passiva passif pasivo passivo zobowiązania
equity: eigenkapital capitaux patrimonio
debt: schuld schulden dette deuda debito dług dívida
capital: kapital capitale
share: aktie anteil acción azione aandeel akcja stock shares stocks
shareholder: aktionär gesellschafter actionnaire accionista azionista aandeelhouder stockholder
dividend: dividende dividendo
security: wertpapier
fund: fonds fondo fundusz
portfolio: depot
budget: haushalt
fiscal: geschäfts geschäftsjahr exercice
quarter: quartal trimestre kwartal
ratio: kennzahl
depreciation: abschreibung amortissement amortización
cash: liquide
outstanding: ausstehend
issuer: emittent
investor: anleger
trustee: treuhänder
auditor: abschlussprüfer wirtschaftsprüfer
exchange: börse
maturity: endfälligkeit
par: nominal nennwert
employer: arbeitgeber employeur empleador datore werkgever pracodawca empregador

= roles
borrower lender employer issuer investor shareholder trustee bank

= contrast
interest principal revenue income expense asset liability equity debt depreciation withdrawal transfer loan dividend fiscal quarter

= compounds
zins kredit darlehen vermögen schuld umsatz gewinn verlust aktie anteil buchung überweisung geschäft

= classes
statement date, date of statement, as of date, as of, closing date, statement closing date | date, issue date, balance date
statement number, statement no, extract number
statement period, period, period covered, statement from to, reporting period | from to, date range
opening balance, beginning balance, previous balance, balance brought forward, old balance, starting balance, initial balance, balance forward, balance at start | balance
closing balance, ending balance, new balance, final balance, current balance, balance carried forward, balance at end, statement balance | balance, total
available balance, available credit, available funds
total deposits, deposits, total credits, credits, money in, total paid in, payments in, deposits and additions, deposits and credits
total withdrawals, withdrawals, total debits, debits, money out, total paid out, payments out, withdrawals and debits, checks and debits
booking date, posting date, date posted, entry date, book date, transaction date, value date | date
value date, valuta, effective date | date
transaction description, description, details, narrative, transaction, transaction details, purpose, particulars, booking text, memo, text | payee, payer
transaction type, type of transaction, type
debit, debit amount, withdrawal, withdrawals, money out, paid out, charge, dr | amount
credit, credit amount, deposit, deposits, money in, paid in, cr | amount
balance, running balance, account balance, balance after
account type, kind of account, product
minimum payment, minimum payment due, minimum amount due
credit limit, credit line, total credit limit
interest rate, rate of interest, annual interest rate, apr, annual percentage rate, nominal interest rate, coupon, coupon rate | rate, interest
interest, interest amount, interest charged, interest paid, interest earned
late payment fee, late fee, overdue fee
loan amount, principal amount, principal, amount financed, credit amount, amount of loan, original principal, loan principal | amount, capital
loan number, loan id, loan account number, mortgage number
monthly payment, monthly installment, installment, regular payment, payment amount, installment amount
loan term, term of loan, repayment period, term
maturity date, date of maturity, final payment date
borrower, borrower name, debtor
lender, lender name, creditor
revenue, total revenue, net revenue, sales, net sales, total net sales, turnover, total sales, revenues, total net revenue, operating revenue | income
cost of sales, cost of revenue, cost of products sold, total cost of revenue, total cost of revenues, cost of goods sold, cogs
gross profit, gross margin, gross income
operating income, income from operations, operating profit, ebit, operating result | operating earnings
operating expenses, total operating expenses, total expenses, costs and expenses
net income, net profit, net earnings, profit for the year, net income loss, profit after tax, net loss, profit for the period, annual net profit | profit, income, earnings
income before tax, profit before tax, earnings before tax, income before income taxes, pretax income
income tax, income tax expense, provision for income taxes, tax expense, taxes on income
earnings per share, eps, basic earnings per share, earnings per common share basic, earnings loss per share basic, loss per share basic, net income per share, basic eps | diluted earnings per share
diluted earnings per share, diluted eps, earnings per common share diluted, earnings loss per share diluted, loss per share diluted, diluted net income per share
total assets, assets, sum of assets, balance sheet total
current assets, total current assets
total liabilities, liabilities
current liabilities, total current liabilities
total equity, shareholder equity, stockholder equity, equity, total shareholder equity, net assets, total stockholder equity
total liabilities and equity, total liabilities and stockholder equity
cash and cash equivalents, cash, cash equivalents | liquid funds
accounts receivable, receivables, trade receivables, accounts receivable net
accounts payable, payables, trade payables
inventory, inventories, stock
long term debt, non current debt, long term borrowings
shares outstanding, number of shares outstanding, common stock outstanding, outstanding shares, number of shares
par value, nominal value, face value
retained earnings, accumulated deficit, accumulated earnings
depreciation, depreciation and amortization, amortization
research and development, research development expense
selling general administrative, sga, general and administrative
operating cash flow, net cash provided by operating activities, net cash flows provided by operating activities, cash provided by operating activities, cash generated by operating activities, cash flows from operating activities, cash flow from operations, cash provided by operations, net cash provided used by operating activities, net cash from operating activities, net cash flows operating activities, cash provided used by operations, net cash flow from operating activities, net cash provided by operations
financing cash flow, net cash used in financing activities, net cash provided by financing activities, net cash from financing activities, cash used by financing activities, net cash provided used by financing activities, net cash flows financing activities
investing cash flow, net cash used in investing activities, net cash provided by investing activities, net cash from investing activities, net cash provided used by investing activities
capital expenditures, capex, purchases of property plant and equipment, additions to property plant and equipment, purchase of fixed assets, acquisition of property plant equipment, investments in property plant and equipment
dividends paid, dividends, cash dividends paid, payment of dividends, payments of dividends, regular dividends paid
fiscal year end, end of fiscal year, fiscal year ended, year ended, financial year end, balance sheet date | fiscal year
fiscal year, financial year, business year | year
period end, period end date, end date of the period, period ended, for the quarterly period ended, for the fiscal year ended, for the year ended, for the quarter ended, for the period ended, quarter ended, quarterly period ended, for the period ended, end of period, quarter end | report date, period
reporting period, period of report, report period | period
registrant, registrant name, exact name of registrant as specified in its charter, company name, name of issuer, issuer, issuer name, filer | company, name
employer identification number, irs employer identification number, ein, irs employer identification no, federal tax id | tax id
commission file number, file number, sec file number
state of incorporation, state or other jurisdiction of incorporation, jurisdiction, jurisdiction of incorporation, place of incorporation | state
trading symbol, ticker, ticker symbol, symbol, stock symbol
exchange, name of exchange, stock exchange, name of each exchange on which registered, listed on
principal executive office address, address of principal executive offices, principal office | address
cusip, cusip number
isin, isin number, security id | security number, wkn
security name, name of security, title of class, security description, issue | name
market value, current value, fair value, value
investment discretion, discretion
voting authority, sole voting
fund name, name of fund, fund
auditor, audit firm, independent auditor, auditor name
dividend per share, dividends declared per share, dividend
number of employees, employees, headcount, workforce, staff
tax year, assessment year, year of assessment | year
taxable income, total taxable income
tax due, tax payable, tax owed, total tax
tax withheld, federal income tax withheld, income tax withheld, withholding tax, tax deducted
refund, refund amount, amount refunded, tax refund
wages, wages tips other compensation, gross wages, total wages
filing date, date filed, date of filing, filed on | date
filing status, marital status
payee, pay to, pay to the order of, beneficiary, recipient | name
payer, payor, payer name, paid by, remitter, ordering party
check number, cheque number, check no
