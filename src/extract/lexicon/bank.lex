# SPDX-License-Identifier: Apache-2.0
# Bank, card and brokerage statements, cheques, transfers, loans and mortgages.

= classes
account summary, summary of account, account overview, account activity summary, summary of accounts
account number, account no, acct no, acct number, a c no, a c number, account id, your account number, primary account number | account
account name, account title, name of account, account holder name, name on account | account holder
account owner, account holder, holder, owner of the account, primary account holder, account in the name of, cardholder, cardmember
joint account holder, second account holder, co owner, joint owner, secondary account holder
account opening date, date opened, opened on, account opened, open date, date of opening
account status, status of account, state of account
account currency, currency of account, statement currency
branch, branch name, name of branch, home branch, branch office, servicing branch, your branch
branch code, branch number, branch no, branch id, office code
routing number, aba routing number, routing transit number, rtn, aba number, aba no, transit routing number | bank code
sort code, sorting code, bank sort code, branch sort code
bank code, blz, clearing number, bank clearing number, national bank code, bank identifier, institution number
ifsc code, ifsc, ifs code
micr code, micr
statement date, date of statement, statement issue date, statement as of, statement closing date, statement dated, date of issue of statement | as of
statement number, statement no, statement id, statement sequence, extract number, sheet number
statement period, period of statement, statement from to, statement cycle, billing cycle, period covered by this statement, for the period
opening balance, balance at beginning of period, balance at start of period, beginning balance, starting balance, balance brought forward, previous balance, previous statement balance, last statement balance, old balance, initial balance, prior balance, balance last statement, opening ledger balance
closing balance, balance at end of period, ending balance, new balance, final balance, balance carried forward, closing ledger balance, balance this statement, current balance, statement balance, balance on statement date
average balance, average daily balance, average ledger balance, mean balance, average collected balance
minimum balance, lowest balance, minimum daily balance
available balance, available funds, balance available, cleared balance, usable balance, available amount, spendable balance
ledger balance, book balance
pending transactions, uncleared items, pending amount, holds
total deposits, deposits and other credits, total credits, deposits and credits, money in, paid in, total money in, total paid in, sum of credits, total additions, credits total, incoming payments
total withdrawals, withdrawals and other debits, total debits, withdrawals and debits, money out, paid out, total money out, total paid out, sum of debits, total subtractions, debits total, outgoing payments
total checks, checks paid, cheques paid, total cheques
number of deposits, deposit count, number of credits, credit count
number of withdrawals, withdrawal count, number of debits, debit count, number of transactions, transaction count
total fees, service fees, fees charged, bank fees, bank charges, total service charges, service charge, monthly service fee, maintenance fee, account fee, monthly maintenance fee
overdraft limit, overdraft facility, arranged overdraft, authorized overdraft, credit facility, overdraft
overdraft interest, debit interest
overdraft fee, nsf fee, insufficient funds fee, returned item fee, unpaid item fee
interest earned, interest paid, interest credited, credit interest, interest received, interest payment, interest for period
interest earned year to date, interest paid year to date, interest paid ytd, year to date interest
annual percentage yield earned, annual percentage yield, apy, apy earned
transaction date, date of transaction, trans date, tran date, txn date, date of operation, operation date, purchase date | date, booking date
posting date, post date, posted on, date posted, >booking date, date booked, entry date, accounting date, process date, processing date | date
value date, val date, valuta, valuta date, date of value, >effective date, interest date
transaction description, description of transaction, transaction details, details of transaction, narration, narrative, particulars, booking text, transaction text, posting text, operation, details, remarks, memo, payment details, remittance text | description, reference
transaction reference, transaction ref, transaction id, reference number, bank reference, utr, utr number, trace number, confirmation number, end to end reference, txn id, ref no cheque no
transaction type, type of transaction, kind of transaction, transaction code, booking type, trans type
transaction amount, amount of transaction, booked amount, amount of operation, posted amount | amount
debit, debit amount, dr, withdrawal, withdrawals, withdrawal amount, withdrawal amt, money out, paid out, charges, payments out, amount debited, out, subtractions, debits
credit, credit amount, cr, >deposit, deposits, deposit amount, deposit amt, money in, paid in, payments in, amount credited, in, additions, >credits
balance, running balance, balance after transaction, account balance, balance after, daily balance, daily ledger balance, ledger balance
counterparty, counterparty name, other party, payee or payer, payer payee, payee, beneficiary or ordering party, merchant, name of counterparty, to from | name
counterparty account, account of counterparty, counterparty iban, beneficiary account
creditor id, creditor identifier, creditor identification number, sepa creditor id
mandate reference, mandate id, sepa mandate, direct debit mandate reference, mandate number
payment purpose, purpose, purpose of payment, remittance information, reason for payment, payment reason, message to beneficiary, payment details
ordering party, ordering customer, originator, remitter, payer, payor, transferor, by order of, sender of payment, debtor
beneficiary, beneficiary name, name of beneficiary, payee, payee name, recipient of payment, transferee, receiver, credit to, in favour of, in favor of
beneficiary bank, bank of beneficiary, receiving bank, payee bank
beneficiary account, beneficiary account number, account of beneficiary, beneficiary iban, payee account
beneficiary address, address of beneficiary
transfer amount, amount transferred, amount of transfer, payment amount, amount sent, remittance amount, wire amount
transfer date, date of transfer, execution date, date of execution, requested execution date, payment date
exchange rate, rate of exchange, fx rate, conversion rate, currency rate, exch rate
foreign amount, amount in foreign currency, original amount, transaction currency amount, local currency amount
foreign transaction fee, foreign currency fee, conversion fee, currency conversion charge
check number, cheque number, check no, cheque no, chk no, check #, chq no, instrument number
check date, cheque date, date of check
check amount, cheque amount, amount of check, amount in figures
amount in words, sum in words, the sum of, amount written out, total in words, amount chargeable in words, rupees in words, say total, in words
drawn on, drawee, drawee bank
signature of drawer, authorized signature, authorised signatory, authorized signatory
card number, card no, credit card number, debit card number, card ending in, card ending, account ending in, pan, card account number, card
card holder, cardholder name, name on card, card member, name of cardholder
card expiry, card expiration date, expiry date of card, valid thru, good thru, expires end
credit limit, credit line, total credit limit, total credit line, revolving credit line, approved limit, spending limit
available credit, available credit limit, credit available, remaining credit, unused credit
cash advance limit, cash limit, available cash limit, cash credit line, available credit for cash
cash advances, cash advance, total cash advances
minimum payment due, minimum payment, minimum amount due, min payment due, total minimum payment due, minimum due
payment due date, due date, payment due, pay by date, please pay by, payment must be received by, last date for payment
past due amount, amount past due, overdue amount, arrears, past due
new charges, purchases, new purchases, purchases and adjustments, purchase amount, total purchases, new transactions
payments and credits, payments received, payment received, total payments, payments and other credits, last payment amount, payment thank you
finance charge, finance charges, interest charge, interest charged, total interest charged, interest charges
annual percentage rate, apr, purchase apr, nominal annual rate, effective annual rate, annual rate, effective interest rate
annual fee, yearly fee, membership fee, annual membership fee, card fee
late fee, late payment fee, late charge, late payment charge, penalty fee, overdue charge
reward points, points earned, bonus points, loyalty points, rewards balance, points balance
days in billing cycle, number of days in billing period, days in period
balance transfer, balance transfers
loan number, loan account number, loan no, loan id, loan reference, mortgage number, credit agreement number, facility number
loan amount, amount of loan, loan principal, principal amount, amount financed, original loan amount, original principal balance, sanctioned amount, disbursed amount, mortgage amount, face amount of note, credit amount
loan type, type of loan
loan purpose, purpose of loan, purpose of the loan, purpose of credit, purpose of financing
loan product, product of the loan
loan date, date of loan, note date, date of note, disbursement date, origination date, funding date, drawdown date
loan term, term of loan, duration of loan, repayment period, amortization period, loan duration, tenor, tenure, number of months, term in months
interest rate, rate of interest, annual interest rate, nominal interest rate, interest rate per annum, borrowing rate, contract rate, note rate, debit interest rate
fixed interest period, fixed rate period, interest fixed until
base rate, reference rate, benchmark rate, index rate, prime rate
margin, spread, interest margin
default interest rate, default rate, penalty interest, interest on arrears
monthly payment, monthly installment, monthly instalment, emi, instalment amount, installment amount, repayment amount, monthly repayment, regular payment amount, periodic payment, payment amount
number of payments, number of installments, number of instalments, total number of payments
first payment date, first installment date, date of first payment, first due date, payments begin
final payment date, last payment date, maturity, maturity date, loan maturity date, date of final payment, last installment date
total of payments, total amount payable, total repayable, total repayment, total cost of credit
outstanding balance, outstanding principal, outstanding principal balance, remaining balance, principal balance, unpaid principal balance, remaining debt, balance outstanding, loan balance, current principal balance
principal, principal paid, principal portion, repayment of principal, capital repayment, principal component
interest, interest portion, interest component, interest amount, interest paid
escrow, escrow balance, escrow payment, impound
payoff amount, settlement figure, payoff, early repayment amount, total payoff
prepayment penalty, early repayment charge, prepayment fee, early settlement fee
origination fee, processing fee, arrangement fee, establishment fee, loan fee, closing fee
down payment, initial payment, deposit paid, downpayment, cash down
collateral, security, security given, secured by, pledged assets
guarantor, surety, guaranteed by, personal guarantor, co signer
portfolio value, total portfolio value, total account value, account value, net account value, market value of portfolio, total assets under management, net portfolio value, total market value
beginning value, beginning account value, opening value, value at beginning, beginning market value
ending value, ending account value, closing value, value at end, ending market value
security, security name, name of security, security description, instrument, investment, holding, description of security, fund, stock, asset name
security type, asset class, asset type, type of security, instrument type
ticker, ticker symbol, symbol, trading symbol, stock symbol, stock ticker
isin, isin code, isin number, international securities identification number
cusip, cusip number, cusip no
sedol, sedol code
wkn, security identification number, security id, valor number, valor
number of shares, shares, share quantity, units held, >quantity, number of units, shares held, nominal, holding quantity, >par value, units
share price, price per share, >unit price, market price, closing price, last price, current price, nav, net asset value per unit, nav per unit, quote
market value, current value, value, current market value, valuation, fair market value
cost basis, cost, total cost, book cost, book value, purchase cost, acquisition cost, average cost, adjusted cost basis, original cost
gain loss, gain, unrealized gain loss, unrealized gain, unrealised profit, profit loss, p l, gain or loss, capital gain, unrealized p l
realized gain, realized gain loss, realised gain, realized profit loss
percent of portfolio, >weight, allocation, portfolio percentage, percent of account, weighting, percent of net assets
estimated annual income, annual income, est annual income
yield, current yield, dividend yield, yield to maturity
trade date, date of trade, execution date, >order date, deal date, contract date, >transaction date
settlement date, settle date, date of settlement, >value date
buy sell, buy or sell, side, transaction, action, direction
order type, type of order
execution price, trade price, price executed, dealing price
trade number, trade reference, contract note number, deal number, order reference
brokerage, brokerage fee, commission, broker commission, dealing charge, transaction fee
stamp duty, stamp tax, securities transfer tax
dividend, dividends, dividend amount, dividend income, dividend paid, gross dividend, distribution
withholding tax, tax withheld, tax deducted at source, tds, foreign tax paid, withheld tax
ex dividend date, ex date, record date
net proceeds, proceeds, >net amount, settlement amount, amount credited
coupon, coupon rate, nominal rate, interest coupon
face value, par value, nominal value, nominal amount, par amount
accrued interest, interest accrued
broker, brokerage firm, dealer, brokerage company, custodian
advisor, financial advisor, adviser, relationship manager, account manager, portfolio manager
net asset value, nav, net asset value per share, Anteilwert, Rücknahmepreis, valeur liquidative
fund size, total net assets, fund volume, Fondsvolumen, encours du fonds, patrimonio del fondo, >net asset value
management fee, advisory fee, custody fee, portfolio fee
benchmark, reference index
inception date, launch date, fund launch date, Auflagedatum, Auflegungsdatum, date de création du fonds, data di avvio, fecha de constitución
expense ratio, total expense ratio, ongoing charges, ter
