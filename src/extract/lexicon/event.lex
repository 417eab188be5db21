# SPDX-License-Identifier: Apache-2.0
# Sport and race results, league tables, elections and votes, donations, surveys, media orders.

= classes
competition, competition name, championship, tournament, event name, meet, meeting, cup, name of competition, meet name, tournament name, championships, regatta, race name, series
discipline, event, race, stroke, style, category of event, race type, event title
event number, event no, race number, race no, heat number, program number
competition date, event date, date of event, race date, date of competition, meet date, match date, date of match
venue, >location, stadium, pool, arena, >course, >city, host city, meet location
round, phase, stage, session, final or heat
heat, heat number, series, run
lane, lane number, track, lane no
rank, >place, position, pos, rk, ranking, pl, final rank, overall rank, overall place, standing, overall, plc
athlete name, athlete, name, competitor, swimmer, runner, participant, name of athlete, player, player name, rider, driver, skier, cyclist, name of competitor, full name, team member
birth year, year of birth, yob, born, birth, year born, yr of birth
athlete age, age
gender, sex, division
age group, age category, category, age class, class, agegroup
team, club, team name, club name, affiliation, school, association, squad, union, team club, federation
country, nation, noc, nationality, nat, country code, ctry, noc code
bib number, bib, start number, start no, race number, number, shirt number, no
time, final time, result, finish time, net time, official time, race time, swim time, result time, performance, mark, >total time, chip time, finals time
gun time, gross time, clock time
seed time, entry time, prelim time, entry mark
reaction time, rt, reaction
split time, split, split times, lap time, intermediate time, lap
gap, time behind, difference, diff, behind, margin, time gap
pace, average pace, min per km, pace per mile
average speed, speed, avg speed, km h
laps, number of laps, laps completed
points, pts, score, total points, fina points, point score, fina pts, world aquatics points
record, world record, wr, record type, record note, national record
personal best, pb, best, season best, sb, personal record
qualified, qualification, q, qualification status
disqualified, dsq, disqualification reason, reason for disqualification
wind, wind speed
attempts, attempt, throw, jump
distance, race distance, event distance, length
home team, home, home side, team a, host team
away team, away, visitors, guest team, visiting team, team b
final score, score, result, full time score, match result, final result
half time score, halftime, half time, ht
home score, home goals, goals home
away score, away goals, goals away
goal scorer, scorer, scorers, goals by
attendance, spectators, crowd
referee, main referee, match official, umpire, judge, chief judge
coach, head coach, trainer, manager
matches played, played, games played, games, gp, matches, p
wins, won, w
draws, drawn, ties, d
losses, lost, l, defeats
goals for, goals scored, gf, points for
goals against, goals conceded, ga, points against
goal difference, gd, diff, plus minus
winning percentage, win percentage, pct
batting average, avg, average
runs, runs scored
odds, betting odds, price
prize money, prize, purse, winnings
election, election name, name of election, type of election, election type
election date, date of election, polling day, polling date, date of poll, voting date
constituency, electoral district, district, riding, electorate, seat, division, ward, electoral area, voting district
precinct, polling station, polling place, polling district, precinct name, voting station
candidate, candidate name, name of candidate, nominee, choice
party, political party, party name, party affiliation, affiliation, list, party list
votes, number of votes, votes received, votes cast, valid votes for candidate, vote total, votes polled, total votes, votes obtained
vote share, percent of votes, percentage of votes, percent votes, share of votes, vote percentage, share
registered voters, eligible voters, electors, number of registered voters, electorate, persons entitled to vote, registered electors, total electors
turnout, voter turnout, turnout percentage, participation, percent turnout
ballots cast, total ballots cast, votes cast, total votes cast, voters, total voters
valid votes, total valid votes, valid ballots
invalid votes, rejected votes, spoiled ballots, invalid ballots, rejected ballots, spoilt votes, informal votes
blank votes, blank ballots
majority, margin of victory, winning margin
seats, seats won, number of seats, mandates
elected, winner, elected candidate
ballot measure, proposition, measure, question, motion, referendum question
yes votes, votes in favour, votes for, ayes, in favour, for
no votes, votes against, nays, noes, against
abstentions, abstained, abstain
incumbent, sitting member
office, office sought, position sought, contest
contributor, donor, contributor name, donor name, name of contributor, contributed by
contribution amount, donation amount, amount of contribution, contribution, donation
contribution date, donation date, date of contribution
committee, committee name, recipient committee, campaign committee
occupation, contributor occupation, profession
employer, contributor employer
survey question, question, question text
respondents, number of respondents, sample size, n, responses
response, answer
advertiser, advertiser name, sponsor, client, >brand, name of advertiser, advertised brand
agency, advertising agency, agency name, media agency, buying agency, billing agency
product, product name, brand product, advertised product
campaign, campaign name, campaign title, flight name, estimate description
contract number, contract no, order number, order no, contract, order, contract id, order id, contract order number
alternate order number, alt order number, alt order no, alternate order no, agency order number
revision number, revision, rev, contract revision, mod number, modification
estimate number, estimate no, est no, estimate, estimate code
call letters, station, station name, channel, property, network, media outlet, station call letters
market, market name, dma, media market
flight dates, flight, flight period, contract dates, order dates, schedule dates, campaign period, contract period, air dates, order flight, start end date, run dates
flight start date, flight start, order start date, contract start date, schedule start date, first air date, campaign start date
flight end date, flight end, order end date, contract end date, schedule end date, last air date, campaign end date
salesperson, account executive, sales rep, rep, seller, account exec, ae, sales person, sales representative, sales executive
sales office, sales region, office, region
day part, daypart, program, time period, day time, days times, day and time
spot length, length, duration, len, commercial length, unit length
spots per week, spots week, per week
number of spots, total spots, spots, units, total units, number of units
rate, spot rate, unit rate, cost per spot, unit cost, gross rate
gross amount, total gross, gross, gross total, total gross amount, gross billing, ordered amount
agency commission, commission, agency comm, commission amount, less commission
net amount, net total, net due, total net, net billing, net amount due
impressions, number of impressions, audience, total impressions, views
rating, ratings, rtg, demo rating, grp, grps, gross rating points
cost per thousand, cpm
cost per point, cpp
billing cycle, billing calendar, billing type, bill cycle, broadcast month
demographic, demo, target audience, target group, primary demo
