# SPDX-License-Identifier: Apache-2.0
# Italian phrases that word-for-word translation does not give; each line adds to the class of its first phrase.

= classes
invoice number, numero fattura, fattura n., n. fattura, numero documento, fattura nr, fattura numero
invoice date, data fattura, data documento, data emissione, data di emissione
due date, data scadenza, scadenza, scadenza pagamento, da pagare entro, entro il
delivery date, data consegna, data di consegna
order number, numero ordine, n. ordine, vostro ordine, ordine n., rif. ordine
delivery note number, ddt, documento di trasporto, n. ddt, bolla
buyer number, codice cliente, numero cliente, cod. cliente
sub total, imponibile, totale imponibile, netto, totale netto, totale merce, importo netto
tax amount, iva, importo iva, totale iva, imposta, totale imposta
tax rate, aliquota iva, aliquota, % iva
grand total, totale fattura, totale documento, importo totale, totale, totale complessivo, totale ivato
amount due, netto a pagare, totale da pagare, importo da pagare, totale dovuto, saldo da pagare, da pagare
amount paid, acconto, già pagato, importo pagato, pagato
discount, sconto, sc., abbuono
shipping cost, spese di spedizione, spese di trasporto, trasporto
payment terms, condizioni di pagamento, termini di pagamento
payment method, modalità di pagamento, metodo di pagamento, pagamento
seller name, fornitore, venditore, cedente, prestatore, ragione sociale, mittente
buyer name, cliente, acquirente, cessionario, committente, destinatario, spettabile, spett.le
ship to, destinazione merce, luogo di consegna, indirizzo di consegna
item number, codice articolo, codice, cod. art., articolo, riferimento
item description, descrizione, descrizione articolo, denominazione, prodotto
quantity, quantità, q.tà, qta, qtà
unit price, prezzo unitario, prezzo, p. unit., prezzo unit.
line total, importo, totale, prezzo totale, importo riga
opening balance, saldo iniziale, saldo precedente
closing balance, saldo finale, nuovo saldo, saldo contabile
booking date, data operazione, data contabile, data registrazione
value date, data valuta, valuta
transaction description, descrizione operazione, causale, descrizione
credit, avere, accredito, accrediti, entrate
debit, dare, addebito, addebiti, uscite
account owner, intestatario, intestato a, intestatario del conto
interest rate, tasso di interesse, tasso, tan
loan amount, importo finanziato, importo del finanziamento, capitale
monthly payment, rata mensile, rata, importo rata
employee name, dipendente, cognome e nome, lavoratore
gross pay, retribuzione lorda, totale competenze, lordo, stipendio lordo
net pay, netto in busta, netto del mese, netto a pagare, stipendio netto
total deductions, totale trattenute, trattenute
income tax, irpef, ritenute irpef
job title, qualifica, mansione, posizione
hire date, data assunzione, data di assunzione
policy number, numero polizza, polizza n., n. polizza
policyholder, contraente, assicurato
premium, premio, premio lordo, premio annuo
sum insured, somma assicurata, massimale, capitale assicurato
deductible, franchigia, scoperto
claim number, numero sinistro, n. sinistro
date of loss, data sinistro, data del sinistro
patient name, paziente, nome paziente
doctor, medico, medico curante, medico prescrittore
diagnosis, diagnosi
medication, farmaco, medicinale
dosage, posologia, dose
test name, esame, analisi
test result, risultato, esito
reference range, valori di riferimento, intervallo di riferimento, valori normali
tenant, conduttore, inquilino, locatario
landlord, locatore, proprietario
rent, canone, canone mensile, canone di locazione, affitto
security deposit, deposito cauzionale, cauzione
lease start date, inizio locazione, decorrenza, data di decorrenza
living area, superficie, metratura, mq, superficie commerciale
number of rooms, locali, vani, numero locali, camere
meter number, matricola contatore, numero contatore, contatore
previous meter reading, lettura precedente
current meter reading, lettura attuale
consumption, consumo, consumi, consumo fatturato
supply address, indirizzo di fornitura, fornitura, punto di fornitura
standing charge, quota fissa
billing period, periodo di fatturazione, periodo di riferimento, periodo
contract number, numero contratto, contratto n., codice contratto
effective date, data di efficacia, decorrenza
notice period, preavviso
governing law, legge applicabile
jurisdiction, foro competente
shipper, mittente, speditore, caricatore
consignee, destinatario
carrier, vettore, corriere
gross weight, peso lordo
net weight, peso netto
number of packages, numero colli, colli, n. colli
country of origin, paese di origine, origine
license plate number, targa
vehicle identification number, telaio, numero di telaio
odometer reading, chilometri, km
passenger name, passeggero, nome passeggero
booking reference, codice prenotazione, numero prenotazione
check in date, data di arrivo, arrivo
check out date, data di partenza, partenza
number of nights, notti, numero notti
student name, studente, nome studente, alunno
student number, matricola, numero di matricola
grade, voto, votazione
degree, titolo di studio, laurea
certificate number, numero certificato, certificato n.
issuing authority, rilasciato da, autorità, ente
birth date, data di nascita, nato il, nata il
birth place, luogo di nascita, nato a
work experience, esperienza professionale, esperienze lavorative, esperienza lavorativa, esperienze professionali
education, istruzione, formazione, istruzione e formazione, titoli di studio
skills, competenze, capacità, conoscenze
languages, lingue, conoscenze linguistiche
ingredients, ingredienti
instructions, preparazione, procedimento, istruzioni
prep time, tempo di preparazione, preparazione
cook time, tempo di cottura, cottura
total time, tempo totale
servings, porzioni, dosi per, persone, dosi
difficulty, difficoltà
calories, calorie, energia, valore energetico
fat, grassi
carbohydrates, carboidrati
protein, proteine
revenue, ricavi, fatturato, ricavi delle vendite
net income, utile netto, utile d'esercizio, risultato netto, utile dell'esercizio
operating income, risultato operativo, reddito operativo
total assets, totale attivo, totale attività
total equity, patrimonio netto, totale patrimonio netto
rank, posizione, classifica, pos.
team, squadra, società
votes, voti, numero voti
registered voters, elettori, aventi diritto
turnout, affluenza, votanti
blank votes, schede bianche
invalid votes, schede nulle
vat id, partita iva, p. iva, p.iva
tax number, codice fiscale, cod. fisc., c.f.
probation period, periodo di prova
