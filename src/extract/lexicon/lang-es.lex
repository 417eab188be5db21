# SPDX-License-Identifier: Apache-2.0
# Spanish phrases that word-for-word translation does not give; each line adds to the class of its first phrase.

= classes
invoice number, número de factura, nº factura, factura nº, n.º de factura, núm. factura, factura número, folio, serie y folio
invoice date, fecha de factura, fecha factura, fecha de emisión, fecha de expedición, fecha emisión
due date, fecha de vencimiento, vencimiento, fecha límite de pago, pagar antes del, vence el, fecha de cargo
delivery date, fecha de entrega, fecha de servicio, fecha de operación
order number, número de pedido, nº pedido, pedido nº, orden de compra, su pedido, núm. de pedido
delivery note number, albarán, nº albarán, número de albarán, remisión
buyer number, número de cliente, nº cliente, código de cliente, cód. cliente, n.º de cliente
sub total, base imponible, subtotal, importe neto, total neto, total sin iva, importe sin iva, suma
tax amount, iva, importe iva, cuota iva, total iva, impuesto, cuota, total impuestos, impuestos
tax rate, tipo iva, tipo de iva, % iva, tipo impositivo
grand total, total factura, importe total, total, total con iva, importe total factura, total a pagar, total general
amount due, total a pagar, importe a pagar, saldo pendiente, importe pendiente, líquido a percibir, a pagar, pendiente de pago
amount paid, pagado, importe pagado, anticipo, a cuenta
discount, descuento, dto., bonificación, dto
shipping cost, gastos de envío, portes, transporte, flete
payment terms, condiciones de pago, plazo de pago, forma y plazo de pago
payment method, forma de pago, método de pago, medio de pago
seller name, vendedor, proveedor, emisor, razón social, empresa, nombre del emisor
buyer name, cliente, comprador, destinatario, facturar a, receptor, nombre del cliente
ship to, dirección de entrega, enviar a, lugar de entrega, dirección de envío
item number, referencia, código, cód. artículo, código de producto, ref., código artículo
item description, concepto, descripción, artículo, detalle, denominación, producto
quantity, cantidad, cant., unidades, uds., ud.
unit price, precio unitario, precio, p. unitario, precio ud., valor unitario, precio unidad, p. unit.
line total, importe, total, valor, importe línea, precio total
opening balance, saldo anterior, saldo inicial, saldo previo
closing balance, saldo final, saldo actual, nuevo saldo, saldo al corte
booking date, fecha operación, fecha de operación, fecha contable, fecha
value date, fecha valor, f. valor
transaction description, concepto, descripción, movimiento, detalle
total deposits, total abonos, total depósitos, total haber, ingresos
total withdrawals, total cargos, total retiros, total debe, retiros
credit, abono, abonos, haber, depósitos
debit, cargo, cargos, debe, retiros
account owner, titular, titular de la cuenta, nombre del titular
interest rate, tipo de interés, tasa de interés, tin, tasa, tae
loan amount, importe del préstamo, capital prestado, monto del préstamo, capital
monthly payment, cuota mensual, cuota, mensualidad, pago mensual
employee name, nombre del trabajador, trabajador, empleado, nombre y apellidos
pay period, periodo de liquidación, período de liquidación, periodo de pago, mes
gross pay, total devengado, salario bruto, total percepciones, sueldo bruto, devengos
net pay, líquido total a percibir, líquido a percibir, salario neto, neto a pagar, sueldo neto, total líquido
total deductions, total deducciones, total a deducir, deducciones
income tax, irpf, retención irpf, isr, impuesto sobre la renta
hire date, fecha de antigüedad, antigüedad, fecha de ingreso, fecha de alta
job title, categoría, puesto, cargo, puesto de trabajo, grupo profesional
social security number, número de afiliación, nº afiliación seguridad social, n.º de la seguridad social, nss
employer, empresa, empleador, empleadora
policy number, número de póliza, nº de póliza, póliza nº, n.º póliza
policyholder, tomador, tomador del seguro, asegurado, contratante
insurer, aseguradora, compañía aseguradora, entidad aseguradora
premium, prima, prima total, prima anual, prima neta
sum insured, suma asegurada, capital asegurado
deductible, franquicia, deducible
policy start date, fecha de efecto, fecha de inicio, vigencia desde, inicio de vigencia, desde
policy end date, fecha de vencimiento, vigencia hasta, fin de vigencia, hasta
claim number, número de siniestro, nº de siniestro, expediente
date of loss, fecha del siniestro, fecha de ocurrencia
patient name, nombre del paciente, paciente
doctor, médico, médico solicitante, doctor, facultativo, médico tratante
diagnosis, diagnóstico, impresión diagnóstica
medication, medicamento, fármaco, medicación
dosage, dosis, posología
test name, prueba, determinación, examen, análisis, estudio
test result, resultado, valor obtenido
reference range, valores de referencia, rango de referencia, valores normales, intervalo de referencia
tenant, arrendatario, inquilino, arrendataria
landlord, arrendador, propietario, arrendadora
rent, renta, renta mensual, alquiler mensual, alquiler, canon de arrendamiento
security deposit, fianza, depósito, fianza legal
lease start date, fecha de inicio del contrato, inicio del arrendamiento
living area, superficie útil, superficie construida, superficie, metros cuadrados
number of rooms, habitaciones, dormitorios, número de habitaciones
meter number, número de contador, nº contador, medidor, número de medidor
previous meter reading, lectura anterior
current meter reading, lectura actual
consumption, consumo, consumo total, energía consumida, consumo kwh
supply address, dirección de suministro, punto de suministro, domicilio del suministro
standing charge, término fijo, término de potencia, cuota fija, potencia facturada
billing period, periodo de facturación, período de facturación, periodo facturado, periodo de consumo
contract number, número de contrato, nº contrato, contrato nº, referencia del contrato
effective date, fecha de entrada en vigor, entrada en vigor, fecha efectiva
notice period, preaviso, plazo de preaviso
governing law, ley aplicable, legislación aplicable
jurisdiction, jurisdicción, fuero, tribunales competentes
shipper, remitente, expedidor, embarcador, cargador
consignee, consignatario, destinatario
carrier, transportista, porteador, naviera
gross weight, peso bruto
net weight, peso neto
number of packages, número de bultos, bultos, nº de bultos
country of origin, país de origen, origen
license plate number, matrícula, placa, placas, número de placa
vehicle identification number, bastidor, número de bastidor, nº de chasis
odometer reading, kilómetros, kilometraje
passenger name, nombre del pasajero, pasajero, viajero
booking reference, localizador, código de reserva, número de reserva, nº de reserva
check in date, fecha de entrada, entrada, llegada, fecha de llegada
check out date, fecha de salida, salida
number of nights, noches, número de noches
student name, nombre del alumno, alumno, estudiante
student number, matrícula, número de expediente, número de alumno
grade, calificación, nota
degree, título, titulación
certificate number, número de certificado, nº de certificado, certificado nº
issuing authority, autoridad, expedido por, autoridad emisora
birth date, fecha de nacimiento, nacido el, nacida el
birth place, lugar de nacimiento
work experience, experiencia laboral, experiencia profesional, experiencia
education, formación, educación, formación académica, estudios, educación y formación
skills, habilidades, competencias, conocimientos, aptitudes, destrezas
languages, idiomas
ingredients, ingredientes
instructions, preparación, elaboración, modo de preparación, pasos, instrucciones
prep time, tiempo de preparación, preparación
cook time, tiempo de cocción, cocción
total time, tiempo total
servings, porciones, raciones, comensales, personas, rinde, para
difficulty, dificultad
calories, calorías, valor energético, energía
fat, grasas
carbohydrates, hidratos de carbono, carbohidratos
protein, proteínas
revenue, ingresos, cifra de negocios, importe neto de la cifra de negocios, ventas, ingresos totales
net income, resultado del ejercicio, beneficio neto, resultado neto, utilidad neta
operating income, resultado de explotación, resultado operativo, utilidad de operación
total assets, total activo, activo total
total equity, patrimonio neto, total patrimonio neto, capital contable
rank, puesto, posición, clasificación
team, equipo, club
votes, votos, número de votos
registered voters, censo, electores, censo electoral
turnout, participación
blank votes, votos en blanco
invalid votes, votos nulos
vat id, nif iva | nif, cif, rfc, rut, nit, cuit
tax number, rfc, nif, cif, rut, nit, cuit, número de identificación fiscal
probation period, periodo de prueba, período de prueba
