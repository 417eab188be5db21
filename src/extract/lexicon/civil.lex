# SPDX-License-Identifier: Apache-2.0
# People and their papers: identity, family, membership, military, migration, religion. Languages as in general.lex.

= tokens
adoption: adoptie adopción adozione adopcja
alien: ausländer étranger extranjero straniero vreemdeling cudzoziemiec estrangeiro foreigner
ancestor: vorfahr ahnen
applicant: antragsteller antragstellerin bewerberin solicitante richiedente aanvrager wnioskodawca requerente sökande ansøger žadatel kérelmező hakija
assembly: asamblea assemblea assembleia
association: vereinigung verband asociación associazione vereniging stowarzyszenie associação förening forening spolek
baptism: taufe baptême bautismo battesimo chrzest batismo dop
baptized: getauft baptisé bautizado battezzato gedoopt ochrzczony
bishop: bischof évêque obispo vescovo bisschop biskup bispo
bride: braut novia sposa bruid novio
brother: bruder frère hermano fratello broer irmão
burial: bestattung beerdigung inhumation entierro sepoltura begrafenis pogrzeb enterro begravning
cemetery: friedhof cimetière cementerio cimitero begraafplaats cmentarz cemitério
civil: zivil civile burgerlijke cywilny civilní
confession: konfession bekenntnis religionszugehörigkeit
confirmed: bestätigt confirmé confirmado confermato bevestigd potwierdzony
contactable: erreichbar
cousin: cousine primo
daughter: tochter fille hija figlia dochter córka filha dotter
death: tod sterbe décès defunción fallecimiento decesso morte overlijden zgon zgonu óbito död úmrtí
deceased: verstorbene verstorbener défunt fallecido defunto overledene zmarły falecido
dependent: angehörige
diocese: bistum diocèse diócesis diocesi bisdom diecezja diocese
disability: behinderung schwerbehinderung handicap discapacidad disabilità invaliditeit niepełnosprawność deficiência
divorced: geschieden divorcé divorcée divorciado divorziato gescheiden rozwiedziony divorciado skild fraskilt rozvedený
donor: spender donateur donante donatore schenker darczyńca doador givare dárce
eligible: berechtigt éligible elegible
embassy: botschaft ambassade embajada ambasciata ambasada embaixada
emergency: notfall urgence emergencia emergenza nood noodgeval emergência nöd nagły
enrolment: einschreibung inscription inscripción iscrizione inschrijvings zapis inscrição matriculation enrollment immatrikulation beitritts anmelde
enrolled: eingeschrieben inscrit inscrito iscritto ingeschreven zapisany matriculado
entitled: anspruchsberechtigt
entrance: eingang
ethnicity: ethnie
eye: augen yeux ojos occhi ogen oczy olhos øjne
father: vater père padre vader ojciec ojca pai otec
fingerprint: fingerabdruck
godfather: taufpate parrain padrino chrzestny padrinho peetoom
godmother: patin taufpatin marraine madrina chrzestna madrinha peettante
godparent: paten taufpaten
grandfather: großvaterère abuelo nonno grootvader dziadek
grandmother: großmutter abuela nonna grootmoeder babcia
greeting: anrede salutation civilité aanhef
groom: bräutigam novios sposo bruidegom
guardian: erziehungsberechtigte erziehungsberechtigter vormund sorgeberechtigte sorgeberechtigter tuteur tutore voogd opiekun encarregado vårdnadshavare
hair: haare cheveux cabello capelli włosy cabelo
heir: erbe héritier heredero erede erfgenaam spadkobierca herdeiro
hobby: hobbys loisirs aficiones hobbies
honorary: ehrenamtlich honoraire honorario
household: haushalts ménage hogar nucleo huishouden gospodarstwo agregado hushåll domácnost foyer
husband: ehemann époux esposo marito echtgenoot mąż marido
identity: identität identité identidad identità identiteit tożsamość identidade ausweis identitet totožnost personalausweis
immigration: einwanderung immigratie inmigración immigrazione
interpreter: dolmetscher interprète intérprete interprete tolk tłumacz
join: beitritt adhésion adhesión afiliación adesione toetreding lidmaatschapsaanvraag przystąpienie przystąpienia adesão joining
joined: beigetreten adhéré toegetreden
kin: angehöriger nächster
legitimate: ehelich
marriage: heirat eheschließung trauung mariage matrimonio huwelijk małżeństwo ślub casamento äktenskap vigsel sňatek wedding
married: verheiratet marié mariée casado casada sposato coniugato gehuwd żonaty zamężna vdaná ženatý
member: mitglied membre miembro socia lid leden członek członka członkowska członkowski członków medlem člen jäsen adhérent socio sócio
membership: mitgliedschaft lidmaatschap członkostwo membresía affiliation medlemskap medlemskab členství jäsenyys
military: militär militaire militar militare wojskowy wojskowa
priest: pfarrer pastor priester prêtre sacerdote parroco pfarrerin dominee proboszcz pároco
ministry: ministerium ministère ministerio ministero ministerie ministerstwo ministério departementet
mother: mutter mère madre moeder matka matki mãe äiti
national: national nationale nazionale nationaal narodowy inländisch
neighbor: nachbar voisin vecino vicino buur sąsiad vizinho neighbour
nickname: spitzname surnom apodo soprannome roepnaam rufname
parent: eltern elternteil parents padres genitori genitore ouder ouders rodzice rodzic förälder rodič
parish: pfarrei kirchengemeinde paroisse parroquia parrocchia parochie parafia paróquia
pseudonym: künstlername
rank: dienstgrad
residence: wohnsitz wohnort aufenthalt résidence residencia residenza verblijf woonadres zamieszkania zamieszkanie residência bopæl bydliště bostad
resident: résident ingezetene mieszkaniec morador invånare
regiment: régiment regimiento reggimento pułk
relative: verwandter familiar familielid krewny
religion: religionsbekenntnis religión religione godsdienst religia religião wyznanie
representative: vertreter vertreterin représentant representante rappresentante vertegenwoordiger przedstawiciel företrädare zástupce gesetzlicher
retired: pensioniert jubilado pensionato gepensioneerd emeryt reformado
separated: getrennt séparé separado separato
sibling: geschwister fratrie hermanos fratelli rodzeństwo irmãos
sister: schwester sœur hermana sorella siostra irmã
soldier: soldat soldado soldato żołnierz
son: sohn
spouse: ehegatte ehepartner ehegatten conjoint cónyuge coniuge echtgenote małżonek małżonka cônjuge ægtefælle manžel epouse épouse
stay: aufenthalts séjour estancia estadía soggiorno pobyt pobytu estadia vistelse
surety: bürgschaft
veteran: veterano
visa: visum visto wiza vízum
widow: witwe veuve viuda vedova weduwe wdowa viúva
widowed: verwitwet veuf viudo vedovo owdowiały
wife: ehefrau femme esposa moglie vrouw mulher hustru

= compounds
mitglied beitritt eltern vater mutter kind kinder geschwister tod sterbe religion aufenthalt
familien spender ausweis pass einwohner wohnsitz wohnort vertreter notfall verband angehörige haushalt
lid leden lidmaatschap ouder gezin verblijf inschrijving inschrijvings toetreding
medlem förening

= joined
lidnummer: member number
mitgliedsnr: member number
bsn: citizen service number
pesel: personal id number
dni: identity number
nie: foreign identity number
codicefiscale: tax number
personnummer: personal id number
cpr: personal id number

= classes
member number, membership number, member id, member no, membership id, Mitgliedsnummer, Mitglieds-Nr., numéro d'adhérent, n° d'adhérent, numéro de membre, n° de socio, número de socio, numero tessera, numero socio, tessera n., lidnummer, lidmaatschapsnummer, numer członkowski, nr członka, numer legitymacji, número de sócio, n.º de sócio, medlemsnummer, medlemsnr
member name, name of member, member, Name des Mitglieds, nom de l'adhérent, nom du membre, nombre del socio, nome del socio, naam lid, imię i nazwisko członka, nome do sócio, medlemmens namn
member since, membership since, Mitglied seit, membre depuis, adhérent depuis, socio desde, socio dal, lid sinds, członek od, sócio desde, medlem sedan
join date, date of joining, joining date, membership start date, admission date, entry date, date joined, member since, Beitrittsdatum, Eintrittsdatum, Aufnahmedatum, Datum des Beitritts, Beitritt zum, date d'adhésion, date d'inscription, date d'entrée, fecha de alta, fecha de ingreso, fecha de afiliación, data di iscrizione, data di adesione, datum toetreding, toetredingsdatum, lid sinds, ingangsdatum lidmaatschap, data przystąpienia, data wstąpienia, data de adesão, data de inscrição, data de admissão, inträdesdatum, indmeldelsesdato
leave date, date of leaving, exit date, membership end date, resignation date, Austrittsdatum, Datum des Austritts, date de sortie, date de départ, date de radiation, fecha de baja, data di uscita, data di recesso, datum uittreding, einddatum lidmaatschap, data wystąpienia, data de saída, utträdesdatum | >Austritt zum
membership type, member category, type of membership, membership category, category of member, class of membership, Mitgliedsart, Mitgliedschaftsart, Art der Mitgliedschaft, Mitgliederkategorie, type d'adhésion, catégorie d'adhérent, type d'adhérent, tipo de socio, clase de socio, modalidad de socio, categoria socio, tipo di socio, tipologia socio, soort lidmaatschap, lidsoort, rodzaj członkostwa, kategoria członka, tipo de sócio, categoria de sócio, medlemstyp, medlemskategori
membership status, member status, Mitgliedsstatus, Status der Mitgliedschaft, statut d'adhérent, estado del socio, stato socio, status lidmaatschap, status członka, estado do sócio
membership fee, membership dues, annual dues, subscription fee, dues, annual membership fee, Mitgliedsbeitrag, Jahresbeitrag, Beitragshöhe, Vereinsbeitrag, cotisation annuelle, montant de la cotisation, cotisation, cuota de socio, cuota anual, cuota de afiliación, quota associativa, quota sociale, quota annuale, quota di iscrizione, contributie, lidmaatschapsgeld, jaarcontributie, składka członkowska, składka roczna, quota anual, quota de sócio, quotas, medlemsavgift, kontingent
monthly fee, monthly contribution, monthly charge, fee per month, monthly dues, Monatsbeitrag, monatlicher Beitrag, Monatsgebühr, cotisation mensuelle, mensualité, tarif mensuel, cuota mensual, importe mensual, quota mensile, canone mensile, maandbedrag, maandelijkse contributie, contributie per maand, maandbijdrage, składka miesięczna, opłata miesięczna, abonament miesięczny, quota mensal, mensalidade, månadsavgift, kuukausimaksu
enrolment fee, joining fee, registration fee, enrollment fee, entry fee, admission fee, initiation fee, sign up fee, Aufnahmegebühr, Anmeldegebühr, Beitrittsgebühr, Einschreibegebühr, Startgebühr, frais d'inscription, droits d'inscription, droit d'entrée, frais d'adhésion, matrícula, cuota de inscripción, cuota de alta, cuota de ingreso, cuota de entrada, quota di iscrizione, tassa di iscrizione, inschrijfgeld, inschrijfkosten, entreegeld, opłata wpisowa, wpisowe, opłata rejestracyjna, taxa de inscrição, joia, anmälningsavgift, inskrivningsavgift
payment interval, payment period, payment frequency, billing interval, frequency of payment, Zahlungsweise, Zahlweise, Zahlungsrhythmus, Zahlungsintervall, Zahlungsturnus, périodicité, périodicité de paiement, fréquence de paiement, périodicité des paiements, forma y periodicidad de pago, periodicidad, periodicidad de pago, frecuencia de pago, periodicità, frequenza di pagamento, cadenza pagamento, betaalfrequentie, betalingstermijn, betaling per, częstotliwość płatności, okres płatności, periodicidade, periodicidade de pagamento, betalningsintervall
guardian, legal guardian, parent or guardian, parent guardian, guardian name, legal representative, custodial parent, Erziehungsberechtigte, Erziehungsberechtigter, Sorgeberechtigte, Name der Erziehungsberechtigten, gesetzlicher Vertreter, gesetzliche Vertreter, Vormund, représentant légal, responsable légal, tuteur légal, nom du représentant légal, padre madre o tutor, tutor legal, padre o tutor, representante legal, genitore o tutore, esercente la potestà, legale rappresentante, chi ne fa le veci, ouder of voogd, wettelijk vertegenwoordiger, ouder/verzorger, ouder verzorger, rodzic lub opiekun, opiekun prawny, przedstawiciel ustawowy, encarregado de educação, representante legal do menor, vårdnadshavare, værge, zákonný zástupce
next of kin, nearest relative, closest relative, nächste Angehörige, nächster Angehöriger, plus proche parent, personne de confiance, proche à contacter, pariente más cercano, familiar más próximo, parente prossimo, familiare di riferimento, naaste familie, naaste verwant, eerste contactpersoon, najbliższa osoba, najbliższy krewny, parente mais próximo, familiar mais próximo, närmast anhörig, nærmeste pårørende | >Angehörige
emergency contact, emergency contact person, emergency contact name, person to contact in an emergency, in case of emergency notify, in case of emergency contact, Notfallkontakt, Notfallperson, Kontakt im Notfall, im Notfall zu benachrichtigen, im Notfall benachrichtigen, contact en cas d'urgence, personne à contacter en cas d'urgence, personne à prévenir en cas d'accident, persona de contacto en caso de emergencia, en caso de emergencia avisar a, contatto in caso di emergenza, persona da avvisare, in caso di emergenza, contact bij nood, contactpersoon bij noodgevallen, in geval van nood, kontakt w nagłych wypadkach, osoba kontaktowa w nagłym wypadku, contacto em caso de emergência, pessoa a contactar, nödkontakt, kontaktperson i nødstilfælde
emergency phone, emergency contact phone, emergency telephone, emergency number, emergency phone number, Notfallnummer, Notfalltelefon, Telefon im Notfall, Notrufnummer, numéro d'urgence, téléphone d'urgence, tél. en cas d'urgence, teléfono de emergencia, teléfono en caso de emergencia, telefono di emergenza, recapito di emergenza, telefoon noodgeval, noodnummer, telefoon bij nood, telefon alarmowy, telefon w nagłych wypadkach, telefone de emergência, nödnummer
relationship, relationship to applicant, relation to patient, kinship, degree of relationship, Verwandtschaftsverhältnis, Verwandtschaftsgrad, Beziehung, Beziehung zum Kind, Verhältnis, lien de parenté, lien avec l'enfant, degré de parenté, parentesco, relación, relación de parentesco, grado di parentela, parentela, rapporto di parentela, relatie, relatie tot, verwantschap, pokrewieństwo, stopień pokrewieństwa, grau de parentesco, parentesco com, släktskap, relation till
father name, name of father, father's name, father, Name des Vaters, Vater, nom du père, nombre del padre, nome del padre, paternità, naam vader, naam van de vader, imię ojca, nome do pai, filiação pai, faderns namn, faders navn, jméno otce
mother name, name of mother, mother's name, mother, Name der Mutter, Mutter, nom de la mère, nombre de la madre, nome della madre, maternità, naam moeder, naam van de moeder, imię matki, nazwisko matki, nome da mãe, filiação mãe, moderns namn, moders navn, jméno matky
mother maiden name, mother's maiden name, Geburtsname der Mutter, nom de jeune fille de la mère, apellido de soltera de la madre, cognome da nubile della madre, meisjesnaam moeder, nazwisko panieńskie matki, nazwisko rodowe matki, nome de solteira da mãe
husband name, husband, groom name, bridegroom, Ehemann, Name des Ehemannes, époux, futur époux, esposo, contrayente varón, contrayente, echtgenoot, mąż, pan młody, esposo nubente, nubente, brudgum | >groom, >Bräutigam, >le marié, >sposo, >lo sposo, >bruidegom
wife name, wife, bride name, Ehefrau, Name der Ehefrau, future épouse, esposa, contrayente mujer, żona, panna młoda, nubente, brud | >bride, >Braut, >épouse, >la mariée, >sposa, >la sposa, >echtgenote, >bruid
marriage date, date of marriage, wedding date, married on, Datum der Eheschließung, Hochzeitsdatum, Eheschließung am, verheiratet seit, Tag der Trauung, date du mariage, marié depuis, fecha de matrimonio, fecha del casamiento, fecha de boda, data di matrimonio, data del matrimonio, datum huwelijk, huwelijksdatum, gehuwd op, data zawarcia małżeństwa, data ślubu, data de casamento, data do casamento, vigseldatum, vielsesdato | >marié le
place of marriage, marriage place, Ort der Eheschließung, Trauungsort, lieu du mariage, lugar de matrimonio, lugar del casamiento, luogo di matrimonio, luogo del matrimonio, plaats huwelijk, plaats van huwelijk, miejsce zawarcia małżeństwa, miejsce ślubu, local do casamento, vigselort
matrimonial property regime, marital property regime, matrimonial regime, Güterstand, ehelicher Güterstand, régime matrimonial, régimen matrimonial, régimen económico matrimonial, régimen de bienes, regime patrimoniale, regime dei beni, huwelijksvermogensstelsel, huwelijksgoederenregime, ustrój majątkowy, regime de bens
date of death, death date, died on, day of death, Sterbedatum, Todestag, gestorben am, verstorben am, Todeszeitpunkt, date de décès, date du décès, décédé le, fecha de defunción, fecha de fallecimiento, fallecido el, data di morte, data del decesso, deceduto il, overlijdensdatum, datum overlijden, overleden op, data zgonu, zmarł dnia, data do óbito, data de falecimento, dödsdatum, dødsdato, datum úmrtí
place of death, death place, Sterbeort, Ort des Todes, lieu de décès, lieu du décès, lugar de defunción, lugar de fallecimiento, luogo di morte, luogo del decesso, plaats van overlijden, plaats overlijden, miejsce zgonu, local do óbito, local de falecimento, dödsort
cause of death, death cause, Todesursache, cause du décès, cause de la mort, causa de la muerte, causa de defunción, causa del decesso, causa di morte, doodsoorzaak, przyczyna zgonu, causa da morte, causa do óbito, dödsorsak, dødsårsag
place of birth, birth place, born in, Geburtsort, geboren in, lieu de naissance, né à, lugar de nacimiento, localidad de nacimiento, luogo di nascita, comune di nascita, geboorteplaats, miejsce urodzenia, naturalidade, local de nascimento, födelseort, fødested, místo narození
country of birth, birth country, Geburtsland, pays de naissance, país de nacimiento, paese di nascita, stato di nascita, geboorteland, kraj urodzenia, país de nascimento, födelseland
birth certificate number, birth registration number, Geburtenregisternummer, Nummer der Geburtsurkunde, numéro de l'acte de naissance, acte de naissance n°, número de acta de nacimiento, numero atto di nascita, aktenummer geboorte, nummer geboorteakte, numer aktu urodzenia, nr aktu urodzenia, número do assento de nascimento
baptism date, date of baptism, christening date, baptized on, Taufdatum, getauft am, Tag der Taufe, date de baptême, baptisé le, fecha de bautismo, bautizado el, data di battesimo, battezzato il, doopdatum, gedoopt op, data chrztu, ochrzczony dnia, data de batismo, dopdatum
place of baptism, baptism place, church of baptism, Taufort, Taufkirche, lieu de baptême, église de baptême, lugar de bautismo, luogo di battesimo, doopplaats, doopkerk, miejsce chrztu, local de batismo
godparents, godfather and godmother, sponsors, Paten, Taufpaten, parrain et marraine, padrinos, padrino y madrina, padrini, padrino e madrina, peetouders, doopgetuigen, rodzice chrzestni, chrzestni, padrinhos, faddrar
parish, parish name, church parish, Pfarrei, Kirchengemeinde, Pfarrgemeinde, paroisse, parroquia, parrocchia, parochie, parafia, paróquia, församling, sogn
officiating minister, officiant, celebrant, priest, Pfarrer, Taufspender, trauender Pfarrer, célébrant, prêtre célébrant, ministro, celebrante, sacerdote celebrante, voorganger, bedienaar, szafarz, celebrans, oficiante
religion, denomination, religious affiliation, faith, Konfession, Religionszugehörigkeit, Bekenntnis, confession religieuse, confesión religiosa, confessione religiosa, godsdienst, kerkgenootschap, wyznanie, religião, confissão religiosa, trossamfund, vyznání
former name, previous name, former names, other names, früherer Name, frühere Namen, ancien nom, nom précédent, otros nombres, nombre anterior, altri nomi, nome precedente, vorige naam, eerdere naam, poprzednie nazwisko, nome anterior, tidigare namn
nickname, preferred name, call name, known as, Rufname, Spitzname, nom d'usage, nom usuel, prénom usuel, nombre usual, apodo, nome d'uso, soprannome, roepnaam, voornaam roepnaam, imię używane, nome pelo qual é conhecido, tilltalsnamn, kaldenavn
initials, initial letters, Initialen, initiales, iniciales, iniziali, voorletters, voorletter, inicjały, iniciais, initialer
salutation, form of address, Anrede, civilité, tratamiento, appellativo, aanhef, zwrot grzecznościowy, tratamento
marital status, civil status, family status, Familienstand, Personenstand, situation de famille, situation familiale, état civil, situation matrimoniale, estado civil, stato civile, burgerlijke staat, burgerlijke stand, stan cywilny, civilstånd, civilstand, rodinný stav, siviilisääty
number of dependents, dependants, number of dependants, unterhaltsberechtigte Personen, Anzahl unterhaltspflichtiger Personen, personnes à charge, nombre de personnes à charge, personas a cargo, número de personas a cargo, persone a carico, familiari a carico, personen ten laste, aantal personen ten laste, osoby na utrzymaniu, liczba osób na utrzymaniu, dependentes a cargo, número de dependentes | >dependents
household size, number of people in household, persons in household, number of household members, Haushaltsgröße, Personen im Haushalt, Anzahl Personen im Haushalt, nombre de personnes au foyer, composition du foyer, miembros del hogar, número de miembros de la unidad familiar, componenti del nucleo familiare, nucleo familiare, aantal personen huishouden, gezinsgrootte, liczba osób w gospodarstwie domowym, agregado familiar, número de pessoas do agregado, hushållsstorlek
current address, present address, residence address, address of residence, aktuelle Anschrift, derzeitige Anschrift, Wohnadresse, adresse actuelle, domicile actuel, domicilio actual, dirección actual, residenza attuale, indirizzo di residenza, huidig adres, woonadres, adres zamieszkania, adres pobytu, morada actual, endereço de residência, bostadsadress, nuvarande adress
previous address, former address, old address, frühere Anschrift, vorherige Anschrift, bisherige Anschrift, alte Anschrift, ancienne adresse, adresse précédente, domicilio anterior, dirección anterior, residenza precedente, indirizzo precedente, vorig adres, oud adres, poprzedni adres, morada anterior, endereço anterior, tidigare adress
correspondence address, mailing address, postal address, contact address, Zustellanschrift, Korrespondenzadresse, Postanschrift, adresse de correspondance, adresse postale, domicilio a efectos de notificaciones, dirección postal, dirección de correspondencia, recapito, indirizzo di corrispondenza, indirizzo per comunicazioni, correspondentieadres, postadres, adres do korespondencji, adres korespondencyjny, morada para correspondência, endereço para correspondência, postadress
co name, care of, c o, zu Händen, chez, aux bons soins de, presso, a cargo de, ter attentie van, p adr | >per adres
moving date, date of move, move in date, moved on, Einzugsdatum, Tag des Einzugs, Umzugsdatum, date d'emménagement, date de déménagement, fecha de traslado, fecha de entrada en la vivienda, data di trasferimento, data trasloco, verhuisdatum, datum verhuizing, data przeprowadzki, data zameldowania, data de mudança, inflyttningsdatum
move out date, date of moving out, date de départ du logement, fecha de salida de la vivienda, data di uscita dall'immobile, datum vertrek uit woning, vertrekdatum woning, data wymeldowania, data wyprowadzki, data de saída do imóvel, utflyttningsdatum
citizenship status, immigration status, residence status, Aufenthaltsstatus, Aufenthaltstitel, titre de séjour, statut de séjour, situación migratoria, permesso di soggiorno, titolo di soggiorno, verblijfsstatus, verblijfstitel, status pobytowy, tytuł pobytowy, título de residência, uppehållstillstånd
residence permit number, number of residence permit, Nummer des Aufenthaltstitels, Aufenthaltstitelnummer, numéro de titre de séjour, número de permiso de residencia, numero permesso di soggiorno, nummer verblijfsvergunning, numer karty pobytu, número do título de residência, nummer på uppehållstillstånd
national id number, national identification number, national id, citizen service number, personal identification number, personal id number, Personenkennziffer, Personenkennzahl, numéro national d'identité, numéro d'identification national, documento nacional de identidad, número de identificación personal, codice fiscale, burgerservicenummer, rijksregisternummer, numer PESEL, PESEL, número de identificação civil, personnummer, CPR-nummer, rodné číslo, henkilötunnus
passport expiry date, passport valid until, passport expiration date, Gültigkeit des Reisepasses, Reisepass gültig bis, date d'expiration du passeport, fecha de caducidad del pasaporte, scadenza passaporto, geldigheid paspoort, paspoort geldig tot, data ważności paszportu, validade do passaporte
place of issue, issued at, issuing place, Ausstellungsort, ausgestellt in, lieu de délivrance, lieu d'émission, délivré à, lugar de expedición, expedido en, luogo di rilascio, rilasciato a, plaats van afgifte, afgegeven te, miejsce wydania, local de emissão, utfärdandeort
purpose of stay, purpose of visit, purpose of travel, purpose of journey, Aufenthaltszweck, Zweck des Aufenthalts, Reisezweck, objet du séjour, motif du séjour, but du séjour, motivo de la estancia, motivo del viaje, motivo del soggiorno, scopo del viaggio, doel van het verblijf, verblijfsdoel, doel van de reis, cel pobytu, cel podróży, finalidade da estadia, motivo da viagem, syfte med vistelsen
duration of stay, length of stay, period of stay, stay duration, Aufenthaltsdauer, Dauer des Aufenthalts, durée du séjour, duración de la estancia, durata del soggiorno, verblijfsduur, duur van het verblijf, czas pobytu, długość pobytu, duração da estadia, vistelsens längd
date of entry, entry date, arrival in country, Einreisedatum, Tag der Einreise, date d'entrée sur le territoire, fecha de entrada, data di ingresso, datum binnenkomst, datum inreis, data wjazdu, data de entrada, inresedatum
military rank, grade militaire, empleo militar, graduación, grado militare, militaire rang, stopień wojskowy, patente militar, militär grad | >Dienstgrad
military unit, Truppenteil, unité militaire, unidad militar, reparto militare, krijgsmachtonderdeel, jednostka wojskowa, unidade militar
service number, military service number, Personenkennziffer, Dienstnummer, matricule, número de servicio, matricola militare, stamnummer, registratienummer, numer książeczki wojskowej, número mecanográfico
military service status, military service, draft status, Wehrdienst, Wehrdienstverhältnis, situation militaire, service militaire, situación militar, servicio militar, posizione militare, posizione agli obblighi di leva, dienstplicht, stosunek do służby wojskowej, situação militar
disability degree, degree of disability, disability percentage, Grad der Behinderung, GdB, taux d'incapacité, taux d'invalidité, grado de discapacidad, grado di invalidità, percentuale di invalidità, mate van arbeidsongeschiktheid, stopień niepełnosprawności, grau de incapacidade, grad av funktionsnedsättning
eye color, color of eyes, Augenfarbe, couleur des yeux, color de ojos, colore degli occhi, occhi, kleur ogen, oogkleur, kolor oczu, cor dos olhos, ögonfärg
hair color, color of hair, Haarfarbe, couleur des cheveux, color de pelo, color del cabello, colore dei capelli, capelli, haarkleur, kolor włosów, cor do cabelo, hårfärg
body height, stature, Körpergröße, estatura, statura, lichaamslengte, wzrost, >size, >length | >height, >altura
native language, mother tongue, first language, Muttersprache, langue maternelle, lengua materna, lingua madre, madrelingua, moedertaal, język ojczysty, língua materna, modersmål
consent, consent given, Einwilligung, Einverständniserklärung, consentement, autorisation, consentimiento, consenso, consenso al trattamento, toestemming, zgoda, consentimento, samtycke
data protection consent, privacy consent, consent to data processing, Datenschutzerklärung, Einwilligung Datenschutz, Einwilligung zur Datenverarbeitung, consentement données personnelles, protección de datos, consentimiento protección de datos, consenso privacy, consenso al trattamento dei dati, toestemming gegevensverwerking, zgoda na przetwarzanie danych osobowych, consentimento para tratamento de dados, samtycke till personuppgifter
photo consent, permission for photos, image rights, Fotoerlaubnis, Einwilligung Fotos, Einverständnis Fotoaufnahmen, droit à l'image, autorisation photo, autorización de imagen, derechos de imagen, liberatoria immagini, consenso immagini, toestemming foto's, zgoda na wizerunek, zgoda na publikację wizerunku, autorização de imagem, fotosamtycke
newsletter subscription, newsletter, subscribe to newsletter, Newsletter abonnieren, inscription à la newsletter, suscripción al boletín, iscrizione alla newsletter, inschrijving nieuwsbrief, nieuwsbrief, zapis na newsletter, subscrição da newsletter, nyhetsbrev
hobbies, interests, leisure activities, Hobbys, Interessen, Freizeitaktivitäten, loisirs, centres d'intérêt, aficiones, intereses, interessi, passatempi, hobby's, vrijetijdsbesteding, zainteresowania, passatempos, interesses, fritidsintressen
training day, preferred day, weekday, day of week, Wochentag, Trainingstag, jour de la semaine, jour d'entraînement, día de la semana, día de entrenamiento, giorno della settimana, giorno di allenamento, dag van de week, trainingsdag, dzień tygodnia, dzień treningu, dia da semana, veckodag
sports section, Sparte, section sportive, sección deportiva, modalidad deportiva, sezione sportiva, sportafdeling, sekcja sportowa, secção desportiva, >section, >team, >group, >department
size of shirt, shirt size, clothing size, T-Shirt-Größe, Kleidergröße, Konfektionsgröße, taille de t-shirt, taille vêtement, talla de camiseta, taglia maglietta, kledingmaat, shirtmaat, rozmiar koszulki, tamanho da camisola, tröjstorlek, >size
shoe size, size of shoe, Schuhgröße, pointure, número de calzado, numero di scarpe, schoenmaat, rozmiar buta, número de calçado, skostorlek
allergies, known allergies, Allergien, Unverträglichkeiten, bekannte Allergien, allergies connues, alergias, alergias conocidas, allergie, intolleranze, allergieën, bekende allergieën, alergie, alergias conhecidas, allergier
swimming ability, can swim, schwimmen können, sait nager, savoir nager, sabe nadar, sa nuotare, zwemdiploma, kan zwemmen, umie pływać, sabe nadar, simkunnig
heir name, heir, heirs, Erbe, Erben, Name des Erben, héritier, héritiers, heredero, herederos, erede, eredi, erfgenaam, erfgenamen, spadkobierca, spadkobiercy, herdeiro, herdeiros, arvinge
deceased name, deceased, name of deceased, decedent, Verstorbene, Verstorbener, Erblasser, Name des Verstorbenen, défunt, nom du défunt, fallecido, nombre del fallecido, causante, defunto, nome del defunto, de cuius, overledene, naam overledene, erflater, zmarły, imię i nazwisko zmarłego, spadkodawca, falecido, nome do falecido, avliden
funeral date, date of burial, burial date, Bestattungsdatum, Tag der Beisetzung, Beerdigung am, date des obsèques, date d'inhumation, fecha del entierro, fecha de inhumación, data del funerale, data sepoltura, datum begrafenis, uitvaartdatum, data pogrzebu, data do funeral, begravningsdag
burial place, cemetery, place of burial, Friedhof, Bestattungsort, Beisetzungsort, lieu d'inhumation, cimetière, lugar de sepultura, cementerio, luogo di sepoltura, cimitero, begraafplaats, plaats begrafenis, miejsce pochówku, cmentarz, local de sepultura, cemitério, gravplats
grave number, plot number of grave, Grabnummer, Grabstelle, numéro de concession, número de sepultura, numero tomba, grafnummer, numer grobu, número da sepultura, gravnummer
