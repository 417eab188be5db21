# SPDX-License-Identifier: Apache-2.0
# Product and safety data sheets, catalogues, specifications, recipes, nutrition labels.

= classes
product name, name of product, product, trade name, product title, article name, product description, commercial name, product designation, model name
product code, product number, product id, article number, item number, sku, part number, model number, catalog number, catalogue number, order code, ordering code, cat no, ref no, material number, stock number, item code, part no, mpn, manufacturer part number, style number
product category, category, product group, product type, product line, range, collection, product family, series
brand, brand name, make, label
manufacturer, manufactured by, maker, producer, made by, name of manufacturer, produced by, manufacturer name
manufacturer address, address of manufacturer
supplier of the safety data sheet, company identification, supplier details
importer, imported by
distributor, distributed by
description, product description, short description, overview, general description, about this item, product details
features, key features, highlights, product features, main features, benefits
application, applications, intended use, recommended use, area of application, uses, use, identified uses, field of application
technical data, specifications, technical specifications, specification, product specifications, technical details, tech specs
dimensions, size, product dimensions, measurements, overall dimensions, external dimensions, dimensions w x d x h
length, overall length, total length
width, overall width, total width, breadth
height, overall height, total height
depth, overall depth
diameter, outer diameter, outside diameter, dia
inner diameter, inside diameter, bore
thickness, wall thickness, gauge
weight, net weight, product weight, item weight, mass, unit weight, total weight
gross weight, shipping weight, packed weight
color, colour, finish, color options, colors, shade
material, material composition, composition, fabric, made of, materials, fabric composition, housing material, body material
voltage, rated voltage, supply voltage, nominal voltage, input voltage, operating voltage, voltage rating, power supply
output voltage, voltage output
current, rated current, nominal current, current consumption, input current
power, rated power, power consumption, nominal power, power rating, wattage, power output, max power, output power
frequency, rated frequency, mains frequency
capacity, volume, rated capacity, storage capacity, tank capacity, load capacity, maximum capacity
maximum load, load capacity, max load, weight capacity, maximum weight
operating temperature, operating temperature range, working temperature, ambient temperature, temperature range, service temperature
storage temperature, storage conditions, storage, store at, storage temperature range
operating pressure, working pressure, max pressure, maximum operating pressure, pressure rating
protection class, ip rating, degree of protection, ingress protection, protection rating, enclosure rating
noise level, sound level, noise, sound power level, sound pressure level
speed, rated speed, maximum speed, rotational speed, rpm
flow rate, volume flow, air flow, airflow, delivery rate
efficiency, efficiency rating
accuracy, precision, measuring accuracy, tolerance
measuring range, measurement range, range
resolution, display resolution, screen resolution
display, screen, screen size, display size, display type
processor, cpu, chipset
memory, ram, system memory
storage, hard drive, ssd, internal storage, storage capacity
operating system, os, platform
battery, battery type, battery capacity, battery life, runtime
interfaces, ports, connections, connectivity, connectors, interface
wireless, wifi, bluetooth, wlan
warranty, warranty period, guarantee, guarantee period, manufacturer warranty, warranty duration
certifications, approvals, conformity, compliance, certificates, standards
package contents, scope of delivery, in the box, what is in the box, included accessories, included
accessories, optional accessories, options
country of origin, made in, origin, country of manufacture
ean, ean code, gtin, barcode, upc, ean number, gtin number
list price, recommended retail price, rrp, msrp, retail price, price, suggested retail price, catalogue price
availability, stock status, in stock, delivery status
revision date, date of revision, version date, date of last revision, revised on, last updated, last revised, date of revision
version, version number, revision, rev, issue number, edition
serial number, serial no, s n, sn, serial
production date, manufacturing date, date of manufacture, manufactured on, mfg date, production day, mfd, date of production
best before date, best before, use by, expiry date, expiration date, exp date, use before, sell by, shelf life until, expires
shelf life, storage life, minimum shelf life, durability
batch number, lot number, batch no, lot no, batch, lot, charge number
cas number, cas no, cas registry number, cas
ec number, ec no, einecs, einecs number
chemical name, substance name, iupac name, name of substance, chemical identity
molecular formula, chemical formula, formula, empirical formula
molecular weight, molar mass, mol weight, formula weight
purity, assay, content, concentration
appearance, physical state, form, physical form, colour and appearance, visual appearance
odor, odour, smell
ph, ph value
melting point, melting range, freezing point, melting point freezing point
boiling point, initial boiling point, boiling range, initial boiling point and boiling range
flash point, flashpoint
density, relative density, specific gravity, bulk density
solubility, water solubility, solubility in water
vapor pressure, vapour pressure
viscosity, kinematic viscosity, dynamic viscosity
auto ignition temperature, ignition temperature, autoignition temperature
explosive limits, explosion limits, flammability limits
signal word, signal
hazard statements, h statements, hazard statement, hazard phrases, risk phrases
precautionary statements, p statements, precautionary statement, safety phrases
hazard pictograms, pictograms, symbols, hazard symbols
hazard classification, classification of the substance, ghs classification, classification, hazard class and category
emergency phone, emergency telephone, emergency telephone number, emergency number, emergency contact number, poison control
first aid measures, first aid
extinguishing media, suitable extinguishing media
personal protective equipment, ppe, protective equipment
exposure limit, occupational exposure limit, oel, tlv, workplace exposure limit
ld50, oral ld50
un number, un no
recipe title, recipe name, name of recipe, title, dish, name of dish, dish name
recipe author, author, recipe by, by, created by, submitted by, chef, contributed by, posted by
recipe category, course, category, dish type, type of dish, meal, meal type
cuisine, cuisine type, kitchen, national cuisine
ingredients, ingredient list, list of ingredients, you will need, what you need, shopping list, you need
ingredient, ingredient name
instructions, method, directions, preparation, steps, preparation steps, how to make it, procedure, cooking instructions, preparation method, how to prepare, making, cooking method
prep time, preparation time, preparation, active time, hands on time, working time, time to prepare, active preparation time
cook time, cooking time, baking time, bake time, cooking, time in oven, roasting time, frying time
rest time, resting time, chill time, chilling time, waiting time, inactive time, cooling time, rising time, marinating time
total time, ready in, overall time, total duration, time required, time needed, total preparation time, takes, >time
servings, serves, yield, portions, number of servings, makes, number of portions, for people, number of persons, quantity, recipe yield, serving size for, people
difficulty, difficulty level, level, skill level, degree of difficulty, effort
oven temperature, oven, bake at, temperature
equipment, utensils, kitchen equipment, special equipment, you will need
rating, average rating, user rating, stars, score, recipe rating
number of ratings, ratings count, votes, number of votes, reviews
tips, notes, chef notes, tip, recipe notes, cooking tips
nutrition facts, nutritional information, nutritional values, nutrition, nutrition per serving, nutrition information, nutritional value per portion
calories, energy, kcal, energy kcal, calories per serving, caloric value, energy value, kilocalories, kj
fat, total fat, fats, fat content, of which fat
saturated fat, saturated fatty acids, saturates, of which saturates, saturated, saturated fat content
trans fat, trans fatty acids
unsaturated fat, polyunsaturated fat, monounsaturated fat
carbohydrates, total carbohydrates, carbohydrate, carbs, total carbohydrate, carbohydrate content
sugar, sugars, of which sugars, total sugars, sugar content
fiber, fibre, dietary fiber, dietary fibre, fiber content
protein, proteins, protein content, egg white
salt, salt content
sodium, sodium content
cholesterol, cholesterol content
potassium, kalium
calcium, calcium content
iron, iron content
vitamin c, ascorbic acid
vitamin a
vitamin d
serving size, portion size, per serving, per portion, amount per serving
servings per container, servings per package, portions per package
allergens, allergy information, allergen information, contains allergens, contains, allergy advice, may contain
net quantity, net weight, net content, net contents, contents, net volume, filling quantity
storage instructions, storage, store in, keep, storage advice
preparation instructions, usage instructions, directions for use, how to use, instructions for use
alcohol content, alcohol by volume, abv, alcohol, vol
