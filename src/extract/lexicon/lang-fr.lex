# SPDX-License-Identifier: Apache-2.0
# French phrases that word-for-word translation does not give; each line adds to the class of its first phrase.

= classes
invoice number, numéro de facture, n° de facture, facture n°, facture numéro, référence facture, n° facture
invoice date, date de facture, date de facturation, date d'émission, facture du, facturé le, émise le
due date, date d'échéance, échéance, à payer avant le, date limite de paiement, à régler avant le, payable le, date de règlement, à régler le, date de prélèvement
delivery date, date de livraison, livré le, date de prestation, date de la vente
order number, numéro de commande, n° de commande, commande n°, bon de commande, votre commande
delivery note number, bon de livraison, n° de bl, bon de livraison n°
buyer number, numéro client, n° client, code client, référence client, numéro de compte client, votre numéro client
sub total, total ht, total hors taxes, montant ht, sous-total, montant hors taxe, total net ht, net ht, total h.t.
tax amount, montant tva, total tva, tva, dont tva, montant de la tva, taxes
tax rate, taux de tva, taux tva, taux
grand total, total ttc, montant ttc, total toutes taxes comprises, net ttc, montant total ttc, total général, total facture, montant total
amount due, net à payer, montant à payer, reste à payer, solde à payer, total à payer, somme à payer, solde dû, montant dû, à payer
amount paid, déjà réglé, acompte versé, montant réglé, acomptes, payé
discount, remise, rabais, escompte, réduction, ristourne
shipping cost, frais de port, frais de livraison, port, frais d'expédition
payment terms, conditions de paiement, conditions de règlement, modalités de paiement, délai de paiement
payment method, mode de paiement, mode de règlement, moyen de paiement
seller name, vendeur, fournisseur, émetteur, prestataire, société
buyer name, client, acheteur, destinataire, facturé à, adressé à
ship to, adresse de livraison, livré à, lieu de livraison
bill to, adresse de facturation, facturé à
contact person, interlocuteur, votre contact, dossier suivi par, votre interlocuteur, affaire suivie par
item number, référence, réf., code article, référence produit, réf article
item description, désignation, libellé, description, intitulé, article, nature de la prestation, produit
quantity, quantité, qté, qte, nb
unit price, prix unitaire, p.u., pu ht, prix unitaire ht, prix u., p.u. ht
line total, montant, montant ht, total ligne, prix total, total ht
opening balance, solde initial, ancien solde, solde précédent, solde antérieur
closing balance, nouveau solde, solde final, solde de clôture, solde créditeur
booking date, date d'opération, date opération, date comptable, date
debit, débit, débits, retrait, retraits, dépenses, sorties
credit, crédit, crédits, versement, versements, recettes, entrées, dépôts
value date, date de valeur, date valeur
transaction description, libellé de l'opération, nature de l'opération, libellé, opération
total deposits, total des crédits, total crédits, total créditeur
total withdrawals, total des débits, total débits, total débiteur
account owner, titulaire du compte, titulaire, intitulé du compte
interest rate, taux d'intérêt, taux nominal, taux débiteur, taux annuel
loan amount, montant du prêt, capital emprunté, montant emprunté, montant du crédit
monthly payment, mensualité, échéance mensuelle, montant de la mensualité
employee name, nom du salarié, salarié, nom et prénom
employee number, matricule, numéro matricule, n° salarié
pay period, période de paie, période, mois de paie, période du
gross pay, salaire brut, brut, rémunération brute, total brut
net pay, net à payer, salaire net, net payé, net à payer au salarié, net à payer avant impôt
income tax, impôt sur le revenu, prélèvement à la source
total deductions, total des retenues, total cotisations, total des cotisations
hire date, date d'entrée, date d'embauche, ancienneté
social security number, numéro de sécurité sociale, n° de sécurité sociale, n° ss
job title, emploi, fonction, poste, qualification, intitulé du poste
employer, employeur
policy number, numéro de contrat, n° de police, numéro de police, police n°, contrat n°
policyholder, souscripteur, preneur d'assurance, assuré, nom de l'assuré
insurer, assureur, compagnie d'assurance
premium, prime, cotisation, prime annuelle, cotisation annuelle, prime ttc
sum insured, capital assuré, somme assurée, montant garanti, capitaux garantis
deductible, franchise
policy start date, date d'effet, prise d'effet, date de début de garantie
policy end date, date d'expiration, échéance principale, date de fin de garantie
claim number, numéro de sinistre, n° de sinistre, référence sinistre
date of loss, date du sinistre, date de l'accident
patient name, nom du patient, patient
doctor, médecin, médecin prescripteur, médecin traitant, docteur, prescripteur
diagnosis, diagnostic, motif
medication, médicament, traitement
dosage, posologie, dosage
test name, analyse, examen, paramètre
test result, résultat, valeur
reference range, valeurs de référence, valeurs usuelles, norme, intervalle de référence
collection date, date de prélèvement, prélevé le, prélèvement du
tenant, locataire, preneur, nom du locataire
landlord, bailleur, propriétaire, nom du bailleur
rent, loyer, loyer mensuel, loyer hors charges, montant du loyer
service charges, charges, provision pour charges, charges locatives, charges mensuelles
security deposit, dépôt de garantie, caution
lease start date, date de prise d'effet, date d'effet du bail, début du bail, date d'entrée dans les lieux
lease end date, fin du bail, date de fin de bail
living area, surface habitable, superficie, surface
number of rooms, nombre de pièces, pièces
year built, année de construction
meter number, numéro de compteur, n° compteur, compteur n°
previous meter reading, ancien index, index précédent, relevé précédent
current meter reading, nouvel index, index actuel, relevé actuel, dernier relevé
consumption, consommation, conso, consommation kwh, consommation facturée
supply address, lieu de consommation, adresse de consommation, point de livraison, adresse du point de livraison
standing charge, abonnement, part fixe
contract number, numéro de contrat, n° de contrat, référence contrat
billing period, période de facturation, période facturée, période de consommation
effective date, date d'effet, entrée en vigueur, prend effet le
notice period, préavis, délai de préavis
governing law, droit applicable, loi applicable
jurisdiction, tribunal compétent, juridiction compétente, attribution de juridiction
contract term, durée du contrat, durée
shipper, expéditeur, chargeur
consignee, destinataire, réceptionnaire
carrier, transporteur
gross weight, poids brut
net weight, poids net
number of packages, nombre de colis, colis, nb colis
country of origin, pays d'origine, origine
license plate number, immatriculation, numéro d'immatriculation, plaque
vehicle identification number, numéro de série, numéro de châssis, n° de châssis
odometer reading, kilométrage, kilométrage compteur, km
passenger name, nom du passager, voyageur, passager
booking reference, numéro de réservation, référence de réservation, référence dossier, dossier voyage, n° de dossier
check in date, date d'arrivée, arrivée
check out date, date de départ, départ
number of nights, nombre de nuits, nuits, nuitées
student name, nom de l'étudiant, étudiant, élève
student number, numéro étudiant, n° étudiant, numéro d'étudiant
grade, note, note obtenue, moyenne
degree, diplôme, grade
certificate number, numéro de certificat, n° de certificat, certificat n°
issuing authority, autorité de délivrance, délivré par, autorité
birth date, date de naissance, né le, née le
birth place, lieu de naissance, né à
work experience, expérience professionnelle, expériences professionnelles, parcours professionnel, expériences
education, formation, formations, études, parcours scolaire, diplômes
skills, compétences, compétences techniques, savoir-faire
languages, langues
interests, centres d'intérêt, loisirs
ingredients, ingrédients, liste des ingrédients
instructions, préparation, étapes, étapes de préparation, réalisation, progression de la recette
prep time, temps de préparation, préparation
cook time, temps de cuisson, cuisson
total time, temps total, durée totale
rest time, temps de repos, repos
servings, portions, pour, nombre de personnes, parts, personnes, couverts
difficulty, difficulté, niveau
calories, valeur énergétique, énergie
fat, matières grasses, lipides
carbohydrates, glucides
protein, protéines
revenue, chiffre d'affaires, produits d'exploitation, ca
net income, résultat net, bénéfice net, résultat de l'exercice
operating income, résultat d'exploitation, résultat opérationnel
total assets, total actif, total de l'actif, total bilan
total equity, capitaux propres, total capitaux propres
number of employees, effectif, effectifs, nombre de salariés
rank, rang, classement
team, équipe, club
votes, voix, suffrages, nombre de voix
registered voters, inscrits, électeurs inscrits
turnout, participation, taux de participation
valid votes, suffrages exprimés, exprimés
invalid votes, bulletins nuls, nuls
blank votes, bulletins blancs, blancs
vat id, n° tva intracommunautaire, tva intracommunautaire, numéro de tva, n° tva, n° tva intra
registration number, siret, siren, rcs, n° siret, numéro siren
probation period, période d'essai, durée de la période d'essai
