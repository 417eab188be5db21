# SPDX-License-Identifier: Apache-2.0
# Agreements: NDAs, services, licences, employment, loans, leases; powers of attorney, court papers, patents; filings and statements.

= classes
agreement title, title of agreement, contract title, name of agreement, document title, type of agreement, agreement type, contract name, agreement name
agreement date, date of agreement, contract date, dated, effective as of, made as of, entered into as of, dated as of, agreement dated, made and entered into on, this day of, made on, date of contract, executed on, execution date
effective date, commencement date, effective from, date of effect, with effect from, entry into force, comes into force on, takes effect on, effective as of, start date, in effect from, date of commencement
expiration date, expiry date, end date, termination date, terminates on, expires on, date of expiry, ends on, date of termination, shall expire on
agreement term, term of agreement, term, duration, contract term, initial term, duration of agreement, period of agreement, contract duration, contract period, validity period
renewal term, renewal period, automatic renewal, extension term, renewal, extension period, renews for
notice period, period of notice, termination notice, notice of termination, prior written notice, cancellation period, notice of non renewal, advance notice, days prior notice
contract number, agreement number, contract no, agreement no, contract reference, reference number, contract id
parties, contracting parties, the parties, parties to the agreement, by and between, between
first party, party a, party of the first part, first contracting party
second party, party b, party of the second part, other party, counterparty, second contracting party
disclosing party, discloser, disclosing company
receiving party, recipient, receiving company
company, the company, client company, corporation
client, customer, principal, the client, commissioning party
service provider, provider, supplier, contractor, consultant, vendor, agency, independent contractor, freelancer
licensor, license grantor, owner of rights
licensee, license holder, user
franchisor, franchise grantor
franchisee, franchise holder
assignor, transferor, assigning party
assignee, transferee
employer, the employer, hiring company
employee, the employee, worker
borrower, debtor, the borrower, obligor
lender, creditor, the lender, lending institution
guarantor, surety
seller, vendor, the seller
buyer, purchaser, the buyer
lessor, landlord, the lessor
lessee, tenant, the lessee
trustee, the trustee
indemnitor, indemnifying party
subject matter, scope of agreement, purpose of agreement, purpose, subject of contract, object of contract, subject of the agreement
scope of work, scope of services, services, statement of work, description of services, services to be provided, work to be performed
deliverables, work products, milestones
contract value, contract price, contract sum, total contract value, contract amount, agreed price, total price, total consideration, fixed price, total fee, agreement amount, value of contract, fees
payment terms, terms of payment, payment schedule, payment conditions, payable within, payment due within, invoices payable within, payment term
payment amount, installment amount, amount of payment
late payment interest, interest on late payment, default interest, interest on overdue amounts
penalty, contractual penalty, liquidated damages, penalty amount, late delivery penalty, penalty percentage, termination fee
liability cap, limitation of liability, maximum liability, liability limit, cap on liability
insurance requirement, required insurance, insurance coverage
confidentiality period, term of confidentiality, confidentiality term, confidentiality obligations survive, duration of confidentiality, non disclosure period, confidentiality duration
non compete period, non competition period, restricted period, duration of non compete, non compete
non solicitation period, non solicitation
territory, geographic scope, licensed territory, geographical area
exclusivity, exclusive, exclusive or non exclusive
royalty rate, royalty, royalty percentage, royalties
warranty period, warranty, defects liability period, guarantee period
governing law, applicable law, choice of law, governed by the laws of, laws of, law governing, law of contract, proper law
jurisdiction, place of jurisdiction, venue, courts of, competent court, exclusive jurisdiction, courts having jurisdiction, forum
dispute resolution, arbitration, arbitration institution, arbitration rules, settlement of disputes
place of arbitration, seat of arbitration, arbitration venue
assignment, assignability
amendment number, amendment no, addendum number, amendment
amendment date, date of amendment
signatory, signed by, signature of, authorized signatory, name of signatory, for and on behalf of, executed by, authorised representative, legal representative, represented by
signatory title, title of signatory, capacity, in the capacity of, position of signatory
signature date, date of signature, date signed, signed on, signing date, date of signing
place of signature, place of signing, signed at, signed in
witness, witness name, in the presence of, witnessed by
notary, notary public, notary name, before me
notarization date, sworn on, subscribed and sworn
power of attorney, grantor of power, principal granting
attorney in fact, agent appointed, appointed attorney, proxy
company registration number, registered number, commercial register number, register number, company number, incorporation number, trade register number, company registration no, registry code
registered office, registered address, legal address, registered seat, seat of the company, principal place of business, place of business, business seat
court, court name, name of court, in the court of, before the court
case number, case no, docket number, file number, civil action no, cause number, action number, case reference, docket no, suit number, matter number
case title, case name, caption, matter, in the matter of
plaintiff, claimant, petitioner, complainant, applicant, plaintiffs, appellant
defendant, respondent, defendants, accused, appellee
judge, presiding judge, before judge, hon judge, magistrate, justice
filing date, date filed, filed on, date of filing, filed
hearing date, date of hearing, trial date, court date, next hearing
judgment date, date of judgment, decision date, date of decision, decided on, date of order
judgment amount, amount of judgment, award amount, damages awarded, amount awarded
attorney for plaintiff, plaintiff attorney, counsel for plaintiff, plaintiff counsel
attorney for defendant, defendant attorney, counsel for defendant
law firm, attorneys, counsel, solicitors, legal counsel
charges, offense, offence, charge, counts
sentence, penalty imposed, verdict, ruling, disposition
patent number, patent no, publication number, us patent no
application number, application no, appl no, serial number of application
filing date of application, date of application, filed
inventor, inventors, invented by
patent assignee, assignee, patent owner, proprietor
priority date, priority data, date of priority
publication date, date of publication, published on, date of patent
trademark, mark, trade mark, brand mark
trademark class, international class, nice class, classes of goods
registrant, company name, name of registrant, exact name of registrant, issuer, name of issuer, reporting company, filer
form type, form, filing type, type of report, report type
fiscal year end, year end, fiscal year ended, for the fiscal year ended, year ended, financial year end, accounting year end, balance sheet date
period of report, report period, for the period ended, period ended, quarter ended, for the quarterly period ended, reporting period, conformed period of report, period ending
commission file number, file number, sec file number
cik, central index key, cik number
state of incorporation, state or other jurisdiction of incorporation, jurisdiction of incorporation, incorporated in, country of incorporation, place of incorporation, state of organization
date of incorporation, incorporation date, incorporated on, date of formation, founded
authorized capital, authorised share capital, nominal capital
share capital, issued share capital, paid up capital, issued capital, subscribed capital, capital stock, common stock, registered capital
number of shares outstanding, shares outstanding, outstanding shares, common shares outstanding, shares issued and outstanding, shares of common stock outstanding
aggregate market value, market value held by non affiliates, public float
revenue, revenues, total revenues, total revenue, net sales, net revenue, sales, turnover, total net sales, net revenues, operating revenues, sales revenue, net turnover, total operating revenues
cost of sales, cost of revenue, cost of goods sold, cost of revenues, cogs, cost of products sold
gross profit, gross margin, gross result
research and development, r d expenses, research and development expenses, r d
selling general and administrative, sg a, selling general and administrative expenses, administrative expenses, marketing and sales
operating expenses, total operating expenses, total costs and expenses, total operating costs and expenses
operating income, operating profit, income from operations, profit from operations, ebit, operating result, result from operating activities, operating profit loss, income loss from operations
other income, other income net, other income expense net, other operating income, total other income
interest expense, finance costs, interest expense net, financial expenses, borrowing costs
interest income, finance income, financial income
income before taxes, profit before tax, income before income taxes, earnings before taxes, pretax income, profit before taxation, result before tax, income before provision for income taxes, ebt
income tax expense, provision for income taxes, income taxes, tax expense, taxation, taxes on income, corporation tax
effective tax rate, tax rate
net income, net profit, profit for the year, net earnings, net income loss, profit for the period, net loss, annual profit, profit after tax, net result, result for the year, consolidated net income, loss for the year
net income attributable to shareholders, attributable to owners of the parent, net income attributable to company, profit attributable to equity holders, net income attributable to common stockholders
comprehensive income, total comprehensive income
earnings per share, basic earnings per share, eps, basic eps, earnings per share basic, net income per share basic, earnings per common share
diluted earnings per share, diluted eps, earnings per share diluted, net income per share diluted
weighted average shares, weighted average shares outstanding, weighted average number of shares, weighted average shares basic
weighted average shares diluted, diluted weighted average shares
ebitda, adjusted ebitda, operating profit before depreciation
depreciation and amortization, depreciation, depreciation and amortisation, depreciation amortization and impairment
cash and cash equivalents, cash, cash and equivalents, liquid assets, cash at bank and in hand, cash and cash equivalents at end of period
short term investments, marketable securities, current investments
accounts receivable, trade receivables, receivables, accounts receivable net, trade debtors, trade and other receivables
inventories, inventory, stocks, stock
prepaid expenses, prepayments, prepaid expenses and other current assets, deferred charges
total current assets, current assets, sum of current assets
property plant and equipment, property and equipment, tangible assets, fixed assets, property plant and equipment net, tangible fixed assets
goodwill, goodwill net
intangible assets, intangibles, intangible assets net, other intangible assets
total assets, assets total, sum of assets, balance sheet total, total of assets
accounts payable, trade payables, trade creditors, trade and other payables
accrued liabilities, accrued expenses, accruals
deferred revenue, unearned revenue, contract liabilities, deferred income
short term debt, current portion of long term debt, short term borrowings, notes payable
total current liabilities, current liabilities, creditors amounts falling due within one year
long term debt, long term borrowings, non current liabilities, non current borrowings
provisions, total provisions
total liabilities, liabilities, sum of liabilities
retained earnings, accumulated profits, accumulated deficit, profit and loss account, retained profit
total equity, shareholders equity, stockholders equity, total stockholders equity, equity, total shareholders equity, net assets, total shareholders funds, own funds, owners equity
total liabilities and equity, total liabilities and stockholders equity, total equity and liabilities, total liabilities and shareholders equity
operating cash flow, net cash from operating activities, net cash provided by operating activities, cash flow from operating activities, cash generated from operations, net cash generated by operating activities
investing cash flow, net cash used in investing activities, cash flow from investing activities, net cash from investing activities
financing cash flow, net cash used in financing activities, cash flow from financing activities, net cash from financing activities
capital expenditures, capital expenditure, purchases of property and equipment, payments to acquire property plant and equipment, capex, payments for acquisition of property plant and equipment
dividends paid, payments of dividends, cash dividends paid, payments for dividends, dividend payments
share repurchases, repurchases of common stock, payments for repurchase of common stock, purchase of treasury stock
dividend per share, cash dividends declared per share, dividends declared per common share, dividends per share
number of employees, employees, average number of employees, headcount, full time employees
auditor, independent auditor, auditors, independent registered public accounting firm, audit firm, statutory auditor
audit opinion, opinion, auditor opinion
directors, board of directors, board members, management board, members of the board
chief executive officer, ceo, managing director, principal executive officer, chief executive
chief financial officer, cfo, principal financial officer, finance director
currency unit, reporting currency, presentation currency, amounts in
investment manager, reporting manager, filing manager
total value of holdings, form 13f information table value total, total market value of holdings
