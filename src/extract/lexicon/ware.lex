# SPDX-License-Identifier: Apache-2.0
# Production, quality, food, farms, safety data, technical data, warranties. Languages as in general.lex.

= tokens
acid: säure acide ácido acido zuur kwas
additive: zusatzstoffe zusatzstoff additif aditivo additivo toevoeging dodatek
allergen: alérgeno allergeen alergen
appearance: aussehen aspect apariencia aspetto uiterlijk wygląd aparência vzhled utseende
assembly: baugruppe montage assemblage ensamblaje assemblaggio montaż montagem
barrel: fass
beverage: getränk getränke boisson bebida bevanda drank napój drycker drink drinks boissons
boiling: siede ébullition ebullición ebollizione kookpunt wrzenia ebulição
bottle: flasche bouteille botella bottiglia fles butelka garrafa flaska
bread: brot
butter: beurre mantequilla masło manteiga
calibration: kalibrierung étalonnage calibración taratura kalibratie kalibracja kalibrace
carbohydrate: kohlenhydrate glucides hidratos carboidrati koolhydraten węglowodany carbohidratos kolhydrater sacharidy
cattle: rinder bovins ganado bovini runderen bydło gado
characteristic: merkmal merkmale kenngröße caractéristique característica caratteristica kenmerken cecha właściwość egenskap
cheese: käse fromage queso formaggio kaas queijo ost sýr
chemical: chemisch chimique chimico chemisch chemiczny
chicken: huhn poulet pollo kurczak frango
circuit: stromkreis
cleaning: reinigung nettoyage limpieza pulizia reiniging schoonmaak sprzątanie limpeza
component: komponente bestandteil composant componente bestanddeel komponent
composition: zusammensetzung composición composizione samenstelling composição skład
concentration: konzentration concentración concentrazione concentratie stężenie concentração
conform: konform
conformity: konformität conformité conformidad conformità conformiteit zgodność conformidade
crop: kultur anbaukultur cultivo coltura gewas uprawa cultura gröda plodina
cream: sahne crème panna śmietana
cycle: zyklus cycle ciclo cyclus cykl
dairy: molkerei
density: dichte densité densidad densità dichtheid gęstość densidade hustota densitet
diameter: durchmesser diamètre diámetro diametro średnica diâmetro průměr
disposal: entsorgung élimination eliminación smaltimento verwijdering utylizacja
effect: wirkung effet efecto effetto werking działania efeito
egg: eier eieren œuf oeuf oeufs huevos uova jaja
element: élément elemento
environment: umwelt environnement ambiente milieu środowisko miljö životní
exposure: exposition exposición esposizione blootstelling narażenie
fabric: tissu tela tessuto stof tkanina
farm: bauernhof ferme granja fattoria boerderij quinta gård
farmer: landwirt agriculteur agricultor agricoltore boer rolnik
fat: fett graisses lípidos grassi grasas vetten tłuszcz tłuszcze gorduras tuky
fertilizer: dünger engrais fertilizante concime meststof nawóz
fiber: ballaststoffe fibres fibra fibre vezels błonnik kostfiber
field: schlag
filling: füllmenge füllung remplissage
fish: fisch poisson pescado pesce ryba
flavor: geschmack saveur sabor sapore smaak
flour: mehl farine harina farina meel mąka farinha mjöl mouka
food: lebensmittel speise aliment alimento alimenti voedsel żywność livsmedel potraviny aliments
fruit: obst früchte fruta frutta owoce
fuse: sicherung fusible
grain: getreide céréales cereales cereali graan zboże
harvest: ernte récolte cosecha raccolto oogst zbiór colheita
honey: honig miel miele miód
hygiene: igiene
ignition: zündung
inhalation: einatmen
irritation: reizung
juice: saft jus zumo succo
lifespan: lebensdauer
livestock: viehbestand
lubricant: schmierstoff
machine: maschine máquina macchina maszyna maskin stroj
manufacture: herstellung fabrication fabricación fabbricazione fabricage
manufactured: hergestellt fabriqué fabricado fabbricato vervaardigd wyprodukowano
meat: fleisch viande carne vlees mięso kött maso
melting: schmelz fusion fusión fusione smelt topnienia
metal: metall métal
milk: milch lait leche latte melk mleko leite mjölk mléko
mill: mühle
mineral: mineralstoffe minéraux minerales minerali mineralen
mixture: gemisch mélange mezcla miscela mengsel mieszanina mistura
moisture: feuchtigkeit feuchte humidité humedad umidità vocht wilgotność humidade vlhkost humidity luftfeuchtigkeit luftfeuchte
nominal: nenn nominale
nutrient: nährstoff nutriment nutriente
nutrition: nährwert nährwerte nutritionnel nutritionnelle nutricional nutrizionale voedingswaarde odżywcza odżywczych nutricionais näringsvärde
odor: geruch odeur olor odore geur zapach cheiro odour
oil: öl huile aceite olio olie óleo olja
operator: bediener maschinenbediener opérateur operario operatore operador operatör
organic: bio biologisch ecológico biologico
paint: peinture pintura vernice farba tinta
pest: schädling
pesticide: pflanzenschutzmittel
plant: pflanze plante planta pianta roślina
pork: schwein porc cerdo maiale varken wieprzowina
potato: kartoffel kartoffeln patata aardappel ziemniaki
power: nennleistung
precaution: vorsichtsmaßnahme précaution precaución precauzione voorzorg sicherheitshinweis
printer: drucker
production: produktion producción produzione productie produkcja produkcji produção výroba tillverkning
property: eigenschaften
protection: schutzart protección protezione bescherming ochrony proteção
protein: eiweiß proteine protéines proteínas proteine eiwitten białko
purity: reinheit pureté pureza purezza zuiverheid czystość
recycling: recyclage reciclaje
refrigerated: gekühlt
rejected: abgelehnt zurückgewiesen ausschuss rejeté refusé rechazado respinto scarto odrzucony rejeitado refused declined
resistance: widerstand beständigkeit résistance resistencia resistenza weerstand wytrzymałość
rice: riz arroz riso rijst ryż
salt: salz zout sól
saturated: gesättigt gesättigte saturés saturadas saturi verzadigde nasycone mättat
seed: saatgut semence semilla semente
shift: schicht turno ploegendienst skift směna
shrinkage: schwund
solubility: löslichkeit
solvent: lösungsmittel solvant disolvente solvente
soup: suppe soupe sopa zuppa soep zupa
spare: ersatzteil
spice: gewürz
steel: stahl acier acero acciaio staal stal aço stål ocel
substance: sustancia sostanza substancja substância stoff látka
sugar: zucker sucre sucres azúcar azúcares zucchero zuccheri suiker suikers cukier cukry açúcar açúcares socker cukr
tolerance: toleranz tolérance tolerancia tolleranza tolerantie tolerancja
toxic: giftig
vegetable: gemüse légumes verduras verdure groente warzywa
viscosity: viskosität viscosité viscosidad viscosità viscositeit lepkość
voltage: spannung tensión tensione spanning napięcie tensão spänning napětí
wear: verschleiß
wheat: weizen blé trigo tarwe pszenica
wine: wein vino wijn wino vinho víno
inspected: inspiziert
deviation: abweichungen déviation desviación deviazione afwijking odchylenie desvio
corrective: korrektiv
tested: getestet testé probado testato
torque: drehmoment
guarantee: gewährleistung

= compounds
produktion prüfung toleranz schicht chargen lebensmittel nährwert fett
zucker milch fleisch wein getreide ernte stoff dichte siede schmelz punkt umwelt druck spannung wärme
vlees melk oogst

= classes
batch number, lot number, batch, charge number, lot, batch no, lot no, Chargennummer, Ch.-B., Chargen-Nr., Losnummer, Los, numéro de lot, lot n°, n° de lot, número de lote, lote, nº lote, numero di lotto, lotto, lotto n., batchnummer, partijnummer, lotnummer, charge nummer, numer partii, partia, nr serii, numer serii, nr partii, seria, número do lote, lote n.º, batchnummer tillverkning, satsnummer, partinummer, číslo šarže, šarže, eränumero | >Charge
production date, manufacturing date, date of manufacture, manufactured on, date of production, made on, Herstellungsdatum, Produktionsdatum, hergestellt am, Fertigungsdatum, date de fabrication, date de production, fabriqué le, fecha de fabricación, fecha de producción, data di produzione, data di fabbricazione, data produzione, productiedatum, fabricagedatum, datum van fabricage, data produkcji, data wytworzenia, wyprodukowano, data de fabrico, data de produção, data de fabricação, tillverkningsdatum, produktionsdatum, fremstillingsdato, produktionsdato, datum výroby, valmistuspäivä
best before date, best before, expiry date of product, use by, use by date, shelf life date, Mindesthaltbarkeitsdatum, MHD, mindestens haltbar bis, haltbar bis, Verfallsdatum, verwendbar bis, date de péremption, à consommer avant le, à consommer de préférence avant, DLC, DDM, date limite de consommation, DLUO, fecha de caducidad, fecha de consumo preferente, consumir preferentemente antes del, data di scadenza, da consumarsi entro, da consumarsi preferibilmente entro, TMC, houdbaarheidsdatum, ten minste houdbaar tot, THT, te gebruiken tot, houdbaar tot, uiterste gebruiksdatum, data ważności, najlepiej spożyć przed, termin przydatności, termin ważności, należy spożyć do, data de validade, consumir de preferência antes de, consumir até, prazo de validade, bäst före, sista förbrukningsdag, utgångsdatum, bedst før, mindst holdbar til, minimální trvanlivost, spotřebujte do, datum spotřeby, parasta ennen
storage conditions, storage instructions, keep storage, Lagerbedingungen, Lagerungshinweise, Aufbewahrung, Aufbewahrungshinweise, conditions de conservation, conservation, conditions de stockage, à conserver, condiciones de conservación, conservación, condizioni di conservazione, conservazione, modalità di conservazione, bewaarvoorschrift, bewaaradvies, bewaarcondities, warunki przechowywania, sposób przechowywania, condições de conservação, conservação, modo de conservação, förvaringsanvisning, opbevaring, podmínky skladování, säilytys | >storage, >Lagerung, >almacenamiento, >opslag, >przechowywanie, >förvaring, >skladování
ingredients, list of ingredients, ingredient list, Zutaten, Zutatenliste, Zutatenverzeichnis, ingrédients, liste des ingrédients, ingredientes, lista de ingredientes, ingredienti, elenco ingredienti, ingrediënten, ingrediëntenlijst, składniki, skład, lista składników, ingredientes do produto, ingredienser, innehållsförteckning, složení, složení výrobku, ainesosat
allergens, allergen information, contains allergens, Allergene, Allergenhinweis, Allergenkennzeichnung, enthaltene Allergene, allergènes, informations allergènes, contient, alérgenos, información sobre alérgenos, contiene alérgenos, allergeni, informazioni allergeni, allergenen, allergeneninformatie, alergeny, informacja o alergenach, alergénios, allergener, allergeninformation, alergeny obsažené, allergeenit
energy value, energy, calorific value of food, Energie, Energiewert, valeur énergétique, énergie, valor energético, energía, calorías, valore energetico, energia, energie, energetische waarde, wartość energetyczna, kalorie, valor energético alimento, energi, energivärde, energiindhold, energetická hodnota, energia ravinto | >calories, >kcal, >Brennwert, >Kalorien, >calorie
fat, total fat, fat content, Fett, Fettgehalt, matières grasses, lipides, graisses, grasas, grasa total, grassi, vetten, vetgehalte, tłuszcz, zawartość tłuszczu, lípidos, gordura, fett, fedt, tuky, rasva
saturated fat, saturates, of which saturates, saturated fatty acids, gesättigte Fettsäuren, davon gesättigte Fettsäuren, acides gras saturés, dont acides gras saturés, ácidos grasos saturados, de las cuales saturadas, grasas saturadas, acidi grassi saturi, di cui acidi grassi saturi, waarvan verzadigd, verzadigde vetzuren, waarvan verzadigde vetzuren, kwasy tłuszczowe nasycone, w tym kwasy nasycone, dos quais saturados, ácidos gordos saturados, varav mättat fett, heraf mættede fedtsyrer, nasycené mastné kyseliny, tyydyttyneet rasvat
carbohydrates, carbohydrate, carbs, total carbohydrate, Kohlenhydrate, glucides, hidratos de carbono, carbohidratos, carboidrati, koolhydraten, węglowodany, hidratos de carbono alimento, kolhydrat, kulhydrat, sacharidy, hiilihydraatit
sugars, sugar, of which sugars, total sugars, Zucker, davon Zucker, sucres, dont sucres, azúcares, de los cuales azúcares, zuccheri, di cui zuccheri, suikers, waarvan suikers, cukry, w tym cukry, açúcares, dos quais açúcares, sockerarter, varav sockerarter, sukkerarter, heraf sukkerarter, cukry z toho, sokerit
fiber, fibre, dietary fiber, dietary fibre, Ballaststoffe, fibres alimentaires, fibres, fibra alimentaria, fibra, fibre alimentari, fibre, voedingsvezel, vezels, błonnik, błonnik pokarmowy, fibra alimentar, kostfiber, fiber, kostfibre, vláknina, ravintokuitu
protein, proteins, Eiweiß, Protein, protéines, proteínas, proteine, eiwit, eiwitten, białko, białka, proteína, protein mat, bílkoviny, proteiini
salt, salt content, Salz, Salzgehalt, sel, sal, sale, zout, sól, sal alimento, salt mat, sůl, suola
net content, net quantity, net weight of pack, fill quantity, content, Füllmenge, Nettofüllmenge, Inhalt, Nettoinhalt, contenu net, poids net, quantité nette, contenido neto, peso neto, contenuto netto, peso netto, quantità netta, netto inhoud, netto gewicht, netto hoeveelheid, inhoud, zawartość netto, masa netto, ilość netto, quantidade líquida, conteúdo líquido, peso líquido, nettoinnehåll, nettovikt, nettovægt, čistá hmotnost, obsah, sisältö
drained weight, dry weight, Abtropfgewicht, poids net égoutté, poids égoutté, peso escurrido, peso sgocciolato, uitlekgewicht, masa netto po odcieku, masa po odcieku, peso escorrido, avrunnen vikt, drænet vægt, hmotnost pevného podílu
alcohol content, alcohol by volume, abv, alcoholic strength, Alkoholgehalt, Alkohol, Vol.-%, titre alcoométrique, degré d'alcool, teneur en alcool, grado alcohólico, graduación alcohólica, gradazione alcolica, titolo alcolometrico, grado alcolico, alcoholgehalte, alcoholpercentage, zawartość alkoholu, teor alcoólico, título alcoométrico, alkoholhalt, alkoholindhold, obsah alkoholu, alkoholipitoisuus
country of origin, place of origin, made in, Ursprungsland, Herkunftsland, pays d'origine, país de origen, paese di origine, origine prodotto, land van herkomst, land van oorsprong, herkomst, kraj pochodzenia, país de origem, ursprungsland, oprindelsesland, oprindelse, země původu, alkuperämaa | >origin, >product of, >Herkunft, >Ursprung, >origine, >origen, >oorsprong, >pochodzenie, >origem, >ursprung, >původ
machine number, machine, machine id, equipment number, Maschinennummer, Maschine, Maschinen-Nr., Anlagennummer, numéro de machine, machine n°, número de máquina, máquina, numero macchina, macchina, matricola macchina, machinenummer, machine nr, numer maszyny, maszyna, nr maszyny, número da máquina, maskinnummer, číslo stroje, konenumero
operator name, operator, machine operator, operated by, Bediener, Maschinenbediener, Werker, opérateur, nom de l'opérateur, operario, operador, nombre del operario, operatore, nome operatore, bediener, operator machine, operator maszyny, pracownik operator, operador máquina, operatör, maskinoperatör, operatør, obsluha, käyttäjä
shift, work shift, shift name, shift number, Schicht, Arbeitsschicht, équipe, poste de travail, turno, turno de trabajo, turno di lavoro, ploeg, dienst, ploegendienst, zmiana, numer zmiany, turno trabalho, skift, arbetspass, vagt, směna, työvuoro
work order number, production order number, job order, manufacturing order, Fertigungsauftrag, Arbeitsauftrag, Auftragsnummer Fertigung, Fertigungsauftragsnummer, ordre de fabrication, ordre de travail, orden de fabricación, orden de trabajo, ordine di produzione, ordine di lavoro, productieorder, werkordernummer, werkorder, zlecenie produkcyjne, numer zlecenia produkcyjnego, zlecenie pracy, ordem de fabrico, ordem de trabalho, ordem de produção, tillverkningsorder, arbetsorder, arbejdsordre, výrobní zakázka, työmääräin | >OF n°
planned quantity, target quantity, quantity ordered for production, Sollmenge, geplante Menge, Planmenge, quantité prévue, quantité à produire, cantidad prevista, cantidad planificada, quantità prevista, quantità pianificata, geplande hoeveelheid, ilość planowana, quantidade prevista, planerat antal, planlagt antal, plánované množství
actual quantity, quantity produced, produced quantity, good quantity, Istmenge, Gutmenge, produzierte Menge, gefertigte Menge, quantité produite, quantité réelle, quantité bonne, cantidad producida, cantidad real, quantità prodotta, quantità effettiva, geproduceerde hoeveelheid, werkelijke hoeveelheid, ilość wyprodukowana, wyprodukowana ilość, ilość rzeczywista, quantidade produzida, tillverkat antal, produceret antal, vyrobené množství
scrap quantity, rejects, scrap, number of rejects, rejected quantity, Ausschuss, Ausschussmenge, Anzahl Ausschuss, rebuts, quantité rebutée, nombre de rebuts, cantidad rechazada, rechazos, desperdicio, scarti, quantità scartata, uitval, afgekeurde hoeveelheid, aantal afgekeurd, braki, liczba braków, ilość odrzucona, rejeitados, quantidade rejeitada, sucata, kassation, kasserat antal, kassation antal, zmetky, hylätyt
downtime, standstill, machine downtime, stoppage time, Stillstandszeit, Ausfallzeit, Maschinenstillstand, temps d'arrêt, durée d'arrêt, tiempo de parada, paradas, tempo di fermo, fermo macchina, stilstand, stilstandtijd, przestój, czas przestoju, tempo de paragem, stilleståndstid, stopptid, nedetid, prostoj, seisokkiaika
inspection lot, inspected quantity, sample size, Prüflos, Prüfmenge, Stichprobenumfang, taille de l'échantillon, quantité contrôlée, tamaño de muestra, dimensione del campione, quantità controllata, steekproefgrootte, gecontroleerd aantal, wielkość próby, liczność próbki, tamanho da amostra, provstorlek, stikprøvestørrelse, velikost vzorku
target value, set value, Sollwert, Sollmaß, Nennmaß, valeur de consigne, cote nominale, valor teórico, valore teorico, streefwaarde, wartość nominalna, wartość zadana, wymiar nominalny, valor nominal medida, nominellt värde, börvärde, nominel værdi, jmenovitá hodnota, nimellisarvo
measured value, measurement result, Istwert, Istmaß, Messwert, gemessener Wert, valeur mesurée, valeur réelle, mesure, cote mesurée, valor medido, valor real, valore misurato, valore effettivo, misura rilevata, gemeten waarde, werkelijke waarde, meetwaarde, wartość zmierzona, wartość rzeczywista, wynik pomiaru, valor medido real, uppmätt värde, ärvärde, målt værdi, naměřená hodnota, mittausarvo
upper limit, upper tolerance, maximum value, upper specification limit, usl, obere Toleranz, Obergrenze, oberer Grenzwert, Größtmaß, limite supérieure, tolérance supérieure, límite superior, tolerancia superior, limite superiore, tolleranza superiore, bovengrens, bovenste tolerantie, górna granica, górny limit, tolerancja górna, limite superior medida, övre gräns, øvre grænse, horní mez, yläraja
lower limit, lower tolerance, minimum value, lower specification limit, lsl, untere Toleranz, Untergrenze, unterer Grenzwert, Kleinstmaß, limite inférieure, tolérance inférieure, límite inferior, tolerancia inferior, limite inferiore, tolleranza inferiore, ondergrens, onderste tolerantie, dolna granica, dolny limit, tolerancja dolna, limite inferior medida, undre gräns, nedre grænse, dolní mez, alaraja
deviation, difference, variance, Abweichung, Differenz, écart, déviation, desviación, diferencia, scostamento, scarto misura, deviazione, afwijking, verschil, odchylenie, odchyłka, różnica, desvio, diferença, avvikelse, afvigelse, odchylka, poikkeama
test equipment, measuring equipment, measuring device, instrument used, gauge, Prüfmittel, Messmittel, Messgerät, Prüfgerät, moyen de contrôle, appareil de mesure, instrument de mesure, équipo de medida, instrumento de medida, strumento di misura, apparecchiatura di prova, meetmiddel, meetinstrument, meetapparatuur, przyrząd pomiarowy, sprzęt pomiarowy, equipamento de medição, instrumento de medição, mätdon, mätutrustning, måleudstyr, měřidlo, měřicí přístroj, mittalaite
calibration date, date of calibration, calibrated on, Kalibrierdatum, Datum der Kalibrierung, kalibriert am, date d'étalonnage, étalonné le, fecha de calibración, data di taratura, data taratura, kalibratiedatum, datum kalibratie, data wzorcowania, data kalibracji, data de calibração, kalibreringsdatum, kalibreringsdato, datum kalibrace, kalibrointipäivä
calibration due date, next calibration, recalibration date, nächste Kalibrierung, Rekalibrierung, prochain étalonnage, próxima calibración, prossima taratura, scadenza taratura, volgende kalibratie, następne wzorcowanie, termin następnej kalibracji, próxima calibração, nästa kalibrering, příští kalibrace
measurement uncertainty, uncertainty, Messunsicherheit, incertitude, incertitude de mesure, incertidumbre, incertidumbre de medida, incertezza, incertezza di misura, meetonzekerheid, niepewność, niepewność pomiaru, incerteza, incerteza de medição, mätosäkerhet, måleusikkerhed, nejistota měření, mittausepävarmuus
nonconformity number, ncr number, complaint number, deviation report number, Reklamationsnummer, Reklamation Nr., Abweichungsbericht Nr., numéro de non-conformité, numéro de réclamation, fiche de non-conformité, número de no conformidad, número de reclamación, numero non conformità, numero reclamo, afwijkingsnummer, klachtnummer, klachtennummer, numer niezgodności, numer reklamacji, nr reklamacji, número de não conformidade, número da reclamação, avvikelsenummer, reklamationsnummer, číslo reklamace, poikkeamanumero
type of defect, defect type, failure mode, fault type, Fehlerart, Fehlerbild, Art des Mangels, type de défaut, nature du défaut, tipo de defecto, tipo difetto, natura del difetto, soort gebrek, fouttype, soort fout, rodzaj wady, rodzaj usterki, tipo de defeito, feltyp, fejltype, typ vady, vikatyyppi
hazard statements, hazard statement, h statements, h phrases, Gefahrenhinweise, H-Sätze, mentions de danger, phrases H, indicaciones de peligro, indicazioni di pericolo, frasi H, gevarenaanduidingen, H-zinnen, zwroty wskazujące rodzaj zagrożenia, zwroty H, advertências de perigo, faroangivelser, faresætninger, standardní věty o nebezpečnosti, vaaralausekkeet
precautionary statements, p statements, p phrases, Sicherheitshinweise, P-Sätze, conseils de prudence, phrases P, consejos de prudencia, consigli di prudenza, frasi P, veiligheidsaanbevelingen, P-zinnen, zwroty wskazujące środki ostrożności, zwroty P, recomendações de prudência, skyddsangivelser, sikkerhedssætninger, pokyny pro bezpečné zacházení, turvalausekkeet
signal word, Signalwort, mention d'avertissement, palabra de advertencia, avvertenza, signaalwoord, hasło ostrzegawcze, palavra-sinal, signalord, signální slovo, huomiosana
supplier of sheet, manufacturer or supplier, company identification, details of supplier, Angaben zum Lieferanten, Lieferant Sicherheitsdatenblatt, fournisseur de la fiche, datos del proveedor, informazioni sul fornitore, details betreffende de verstrekker, dane dostawcy karty, identificação do fornecedor, leverantör av säkerhetsdatablad
emergency telephone number, emergency phone of supplier, poison centre, Notrufnummer, Giftnotruf, numéro d'appel d'urgence, centre antipoison, teléfono de emergencia toxicología, numero telefonico di emergenza, centro antiveleni, telefoonnummer voor noodgevallen, antigifcentrum, numer telefonu alarmowego, número de telefone de emergência, centro antivenenos, telefonnummer för nödsituationer, nødtelefon, telefonní číslo pro naléhavé situace, hätäpuhelinnumero
warranty period, guarantee period, warranty term, Garantiezeit, Garantiedauer, Gewährleistungsfrist, durée de garantie, période de garantie, plazo de garantía, período de garantía, duración de la garantía, periodo di garanzia, durata della garanzia, garantieperiode, garantietermijn, okres gwarancji, gwarancja, termin gwarancji, período de garantia, prazo de garantia, garantitid, garantiperiod, garantiperiode, záruční doba, záruka, takuuaika | >warranty, >Garantie, >garantie, >garantía, >garanzia, >garantia
warranty start, warranty start date, start of warranty, Garantiebeginn, début de garantie, date de début de garantie, inicio de la garantía, inizio garanzia, decorrenza garanzia, begin garantie, ingangsdatum garantie, początek gwarancji, início da garantia, garantins början, začátek záruky
warranty end, warranty expiry, warranty expires, warranty end date, Garantieende, Garantie bis, fin de garantie, date de fin de garantie, fin de la garantía, garantía hasta, fine garanzia, scadenza garanzia, einde garantie, garantie tot, koniec gwarancji, gwarancja do, fim da garantia, garantia até, garantins slut, konec záruky
purchase date, date of purchase, bought on, Kaufdatum, Datum des Kaufs, gekauft am, date d'achat, acheté le, fecha de compra, data di acquisto, data acquisto, aankoopdatum, datum aankoop, data zakupu, data nabycia, data de compra, inköpsdatum, köpdatum, købsdato, datum nákupu, ostopäivä
fault description, problem description, description of fault, reported fault, Fehlerbeschreibung, Problembeschreibung, beanstandeter Mangel, description de la panne, description du défaut, panne constatée, descripción de la avería, descripción del problema, avería, descrizione del guasto, descrizione del difetto, guasto dichiarato, omschrijving storing, probleemomschrijving, klachtomschrijving, opis usterki, opis awarii, opis problemu, descrição da avaria, descrição do problema, felbeskrivning, fejlbeskrivelse, popis závady, vian kuvaus
field name, plot name, parcel name of field, Schlag, Schlagname, Feldname, nom de la parcelle, nombre de la parcela, nome appezzamento, appezzamento, perceelnaam, naam perceel, nazwa działki rolnej, nazwa pola, nome da parcela, skiftesnamn, marknavn, název pozemku
crop, crop type, cultivated crop, Kultur, Fruchtart, Feldfrucht, angebaute Kultur, culture, espèce cultivée, cultivo, tipo de cultivo, coltura, tipo di coltura, gewas, gewastype, uprawa, roślina uprawna, cultura, cultura agrícola, gröda, afgrøde, plodina, viljelykasvi
variety, crop variety, cultivar, Sorte, variété, variedad, varietà, ras, variëteit, odmiana, variedade, sort, odrůda, lajike
sowing date, date of sowing, planting date, Aussaatdatum, Saattermin, Aussaat, date de semis, fecha de siembra, data di semina, zaaidatum, plantdatum, data siewu, data de sementeira, såddatum, sådato, datum setí, kylvöpäivä
harvest date, date of harvest, harvested on, Erntedatum, Erntetermin, date de récolte, fecha de cosecha, fecha de recolección, data di raccolta, data raccolto, oogstdatum, data zbioru, data de colheita, skördedatum, høstdato, datum sklizně, sadonkorjuupäivä
yield per hectare, crop yield, Hektarertrag, Ertrag, Ertrag je Hektar, rendement, rendement par hectare, rendimiento por hectárea, resa per ettaro, resa, opbrengst per hectare, opbrengst, plon z hektara, plon, rendimento por hectare, skörd per hektar, udbytte pr. hektar, výnos na hektar, sato hehtaarilta | >yield, >rendimiento
ear tag number, animal identification number, ear tag, Ohrmarkennummer, Ohrmarke, numéro de boucle, número de crotal, crotal, marca auricolare, matricola animale, oormerknummer, oormerk, numer kolczyka, nr kolczyka, número da marca auricular, brinco, öronmärke, øremærke, ušní známka
holding number, farm number, herd number, Betriebsnummer, HIT-Registriernummer, numéro d'exploitation, numéro de cheptel, código de explotación, número REGA, codice aziendale, codice allevamento, UBN, beslagnummer, numer stada, numer siedziby stada, número de exploração, marca de exploração, produktionsplatsnummer, CHR-nummer, číslo hospodářství
