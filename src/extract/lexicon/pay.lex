# SPDX-License-Identifier: Apache-2.0
# Payslips, wage statements, time sheets, expense reports, tax forms and assessments.

= classes
payslip number, pay stub number, payroll number, advice number, pay advice number, >check number
pay period, payroll period, pay cycle, pay run, period of pay, salary month, month of salary, wage period, pay month, for the month, pay period dates, payment period, earnings period
pay period start, period start, period beginning, pay begin date, period from, pay period begin date, start of period, period start date, beginning of period
pay period end, period end, period ending, pay end date, period to, pay period end date, end of period, week ending, period ending date, period end date
pay date, payment date, date paid, check date, pay day, payday, date of payment, salary payment date, advice date, paid on
pay frequency, payment frequency, pay schedule, frequency of pay
employee name, name of employee, employee, worker name, staff name, personnel name, employee full name, worker, associate name, payee name, employee's first name and initial last name, employee first name and last name
employee number, employee no, employee id, emp no, emp id, empl id, employee code, staff no, staff id, personnel no, personnel number, payroll no, works number, clock number, file number, associate id, worker number, badge number
employee address, address of employee, home address, employee home address
employee social security number, employee ssn, ssn, social security no, social security number, national insurance number, ni number, nino, insurance number, social insurance number, sin, ss number, employee tin
employer name, name of employer, employer, company name, >company, paying company
employer address, address of employer, company address
employer identification number, ein, employer id number, federal ein, employer tax id, fein, employer reference, paye reference, employer paye reference, tax reference
department, dept, cost center, cost centre, division, section, >unit, business unit
cost center, cost centre, cost center number, cost object
job title, >position, designation, occupation, job classification, job, role, position title, grade title
pay grade, >grade, salary grade, pay scale, pay band, wage group, scale point, salary band
employment type, type of employment, employment status, contract type, full time part time
hire date, date of hire, date of joining, joining date, date joined, >start date, entry date, employment date, seniority date, commencement date, service date
years of service, length of service, seniority
leaving date, date of leaving, termination date, exit date, last day worked, separation date
hourly rate, rate of pay, hourly wage, pay rate, base rate, regular rate, rate per hour, hourly pay rate
basic salary, base salary, basic pay, base pay, >basic, monthly salary, fixed salary, basic wage, contractual salary, regular pay, regular earnings, salary
annual salary, yearly salary, salary per annum, gross annual salary, annual gross salary, annual pay
hours worked, hours, regular hours, total hours, hours paid, normal hours, working hours, time worked, standard hours, units
overtime hours, ot hours, hours overtime, extra hours
overtime pay, overtime, overtime earnings, ot pay, overtime premium, overtime amount
earnings, earning, earnings description, pay element, payments, pay item, type of earning, wage type, pay component, income type
earnings amount, current earnings, this period, current, amount this period, current amount, current period
year to date, ytd, ytd amount, year to date amount, cumulative, total to date, this year
gross pay, gross earnings, gross salary, gross wages, gross wage, total gross, total earnings, gross, total gross pay, total pay, current gross, >gross amount, total payments, gross income, total gross salary, gross remuneration
gross pay year to date, gross ytd, ytd gross, gross pay to date, total gross pay to date, year to date gross, earnings ytd
taxable pay, taxable gross, taxable earnings, taxable wages, >taxable income, gross taxable, taxable gross pay, federal taxable wages
total deductions, deductions, total deduction, sum of deductions, deductions total, total amount of deductions, employee deductions, current deductions
deduction, deduction description, deductions description, type of deduction, withholding, statutory deductions
net pay, take home pay, net salary, net wages, net wage, >net amount, net payment, net earnings, net pay this period, >amount paid, take home, payout amount, >net income, total net pay, salary payable, net payable, >amount payable, net remuneration, paid out
net pay year to date, net ytd, ytd net pay
income tax, paye tax, paye, tax paid, federal income tax, federal withholding, fed withholding, federal tax, wage tax, wage withholding tax, tax deducted, income tax withheld, fit, tds, tax this period, federal income tax withheld
state income tax, state tax, state withholding, sit, state tax withheld
local income tax, local tax, city tax, municipal tax
social security tax, social security, fica, oasdi, social security withheld, social security contribution, employee social security, social insurance contribution
medicare tax, medicare, medicare withheld, medicare tax withheld
national insurance, national insurance contribution, ni contribution, employee ni, nic, ni
national insurance letter, ni letter, ni category, ni table letter
tax code, tax class, tax category, tax bracket, tax group, withholding code, tax table
tax allowances, allowances, exemptions, number of allowances, withholding allowances, personal allowance, tax free allowance
tax period, period number, tax month, tax week, pay period number, month number
church tax, church tax withheld, religious tax, religion tax
solidarity surcharge, solidarity contribution, solidarity tax
pension contribution, pension, employee pension, retirement contribution, 401k, 401 k, superannuation, employee pension contribution, provident fund, epf, pf, pension deduction, retirement
employer pension contribution, employer pension, employer contribution, company pension contribution, employer superannuation
health insurance, medical, health insurance contribution, medical insurance, health insurance premium, medical deduction, sickness insurance
dental, dental insurance, dental plan
unemployment insurance, unemployment insurance contribution, unemployment, ui contribution
long term care insurance, care insurance, nursing care insurance, nursing insurance
pension insurance, statutory pension insurance, old age insurance
union dues, union fee, trade union contribution
student loan, student loan repayment, student loan deduction
wage garnishment, garnishment, attachment of earnings, wage attachment
bonus, bonus pay, bonus payment, performance bonus, incentive, gratification, thirteenth salary, christmas bonus, annual bonus
commission, sales commission, commissions
holiday pay, vacation pay, paid leave, leave pay, annual leave pay, holiday allowance
sick pay, statutory sick pay, sick leave pay, ssp
allowance, house rent allowance, hra, housing allowance, travel allowance, transport allowance, conveyance, dearness allowance, special allowance, meal allowance
expense reimbursement, reimbursement, expenses, travel expenses, expense refund
vacation balance, leave balance, remaining leave, vacation available, remaining vacation days, annual leave balance, pto balance, paid time off balance, holiday balance, vacation accrued
sick leave balance, sick balance, sick days, sick hours available
vacation days taken, leave taken, days taken, holiday taken, vacation used
vacation entitlement, annual leave entitlement, holiday entitlement, vacation days per year, days of annual leave, leave entitlement
employer cost, total employer cost, cost to company, employer contributions total, ctc
employer national insurance, employer ni, employer nic
bank account, >account number, account for payment, salary account, deposit account, paid to account
payment method, pay method, method of payment, mode of payment, payment type
direct deposit, direct deposit amount, amount deposited
marital status, filing status, civil status, family status, federal filing status
tax year, assessment year, year of assessment, >year, calendar year, fiscal year, income year, for tax year
wages tips other compensation, >wages, wages and salaries, total wages, wages tips and other compensation, box 1
federal income tax withheld, box 2, federal tax withheld, tax withheld
social security wages, box 3, social security wage base
social security tax withheld, box 4
medicare wages and tips, medicare wages, box 5
medicare tax withheld, box 6
social security tips, box 7
allocated tips, box 8
dependent care benefits, box 10
nonqualified plans, box 11
statutory employee, statutory employee retirement plan third party sick pay
retirement plan
third party sick pay
control number, box d
state wages tips, state wages, state wages tips etc, box 16
state income tax withheld, box 17
employer state id number, state id number, state employer id, box 15
local wages tips, local wages, local wages tips etc, box 18
local income tax withheld, box 19
locality name, locality, box 20
payer name, name of payer, payer, payor, payer information
payer tin, payer tax id, payer federal identification number, payer identification number, payer tax identification number
recipient name, name of recipient, recipient
recipient tin, recipient tax id, recipient identification number, recipient ssn, recipient taxpayer identification number
nonemployee compensation, non employee compensation, contractor compensation
rents, rents received, rental income
royalties, royalty, royalty income
other income, miscellaneous income, other earnings
interest income, taxable interest, interest earned
ordinary dividends, total ordinary dividends, >dividends
qualified dividends
capital gain distributions, total capital gain distribution, capital gains
gross distribution, distribution amount
taxable amount, taxable portion
taxpayer name, name of taxpayer, taxpayer, name shown on return, your name
taxpayer id, taxpayer identification number, tin, tax number, tax id number, tax identification number, taxpayer number, tax file number, tfn
spouse name, name of spouse, spouse, partner name
spouse social security number, spouse ssn
dependents, number of dependents, dependants, qualifying children
total income, gross income, sum of income, total of all income, aggregate income
adjusted gross income, agi, net total income
standard deduction, itemized deductions, deduction claimed
taxable income, income subject to tax, taxable profit, chargeable income, taxable amount of income
total tax, tax liability, assessed tax, tax assessed, tax due, tax amount assessed, tax payable, income tax assessed
total payments, tax payments, total tax paid, advance tax, prepaid tax, taxes already paid
tax credits, >credits, total credits, tax credit
refund, refund amount, amount refunded, tax refund, overpayment, amount overpaid, refund due
amount you owe, balance due, amount owed, tax owed, additional payment, tax still to be paid, balance payable, remaining tax
estimated tax penalty, penalty, late penalty, surcharge for late payment
assessment date, date of assessment, notice date, date of notice, assessment notice date
assessment number, notice number, assessment reference, letter id
tax office, tax authority, revenue office, inland revenue, tax administration, issuing tax office
vat return period, return period, taxable period, filing period, reporting period
output vat, vat due on sales, output tax, vat on sales, vat due
input vat, vat reclaimed, input tax, vat on purchases, vat deductible
net vat payable, net vat, vat payable, net vat to be paid, vat to pay
value of sales, total turnover, taxable supplies, total value of sales
assessed value, taxable value, rateable value, assessed valuation, tax value
property tax, real estate tax, council tax, land tax, property taxes, total property tax
mill rate, millage, tax levy rate
preparer name, tax preparer, paid preparer, prepared by
filing date, date filed, submitted on, date of filing, submission date
expense date, date of expense, date incurred
expense type, expense category, type of expense, category of expense
expense amount, amount claimed, claimed amount, cost, amount spent
expense report number, >claim number, expense claim number, report number
total expenses, total expense, total claimed, expenses total, amount to reimburse, total reimbursement
mileage, miles, kilometres, kilometers driven, distance driven, km
mileage rate, rate per mile, rate per km, kilometre allowance
per diem, daily allowance, subsistence
advance, cash advance, advance received, less advance
approver, approved by, authorised by, manager approval
project, project code, project number, project name, cost code
task, activity, work done, description of work, work performed, task description
clock in, time in, start time, in, from
clock out, time out, end time, out
break, break time, lunch break, rest break, unpaid break
