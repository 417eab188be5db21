# SPDX-License-Identifier: Apache-2.0
# Portuguese phrases that word-for-word translation does not give; each line adds to the class of its first phrase.

= classes
invoice number, número da fatura, fatura nº, nº da fatura, número da nota fiscal, nota fiscal nº, número da nota, nº fatura
invoice date, data da fatura, data de emissão, data emissão, emitido em
due date, data de vencimento, vencimento, data limite de pagamento, pagar até
delivery date, data de entrega, data da saída
order number, número da encomenda, número do pedido, nº do pedido, encomenda nº, ordem de compra
buyer number, número de cliente, nº de cliente, código do cliente
sub total, subtotal, total sem iva, total líquido, valor líquido, base de incidência, valor dos produtos, valor total dos produtos
tax amount, iva, valor do iva, total iva, total de impostos, imposto, valor do icms
tax rate, taxa de iva, taxa iva, alíquota
grand total, total, total da fatura, valor total, total com iva, total geral, valor total da nota, total do documento
amount due, total a pagar, valor a pagar, montante a pagar, em dívida, a pagar, saldo em dívida
amount paid, pago, valor pago, adiantamento
discount, desconto, descontos
shipping cost, portes, frete, valor do frete, custos de envio
payment terms, condições de pagamento, prazo de pagamento
payment method, forma de pagamento, método de pagamento, modo de pagamento
seller name, fornecedor, vendedor, emitente, razão social, prestador de serviços
buyer name, cliente, comprador, destinatário, tomador de serviços, adquirente
item number, código, referência, código do produto, ref.
item description, descrição, designação, descrição do produto, artigo, discriminação
quantity, quantidade, qtd., quant., qtde
unit price, preço unitário, valor unitário, preço, p. unitário
line total, valor total, total, montante, valor líquido
opening balance, saldo inicial, saldo anterior
closing balance, saldo final, saldo atual, saldo contabilístico
booking date, data do movimento, data mov., data do lançamento
value date, data valor
transaction description, descrição, histórico, lançamento, descritivo
credit, crédito, créditos, entradas
debit, débito, débitos, saídas
account owner, titular, titular da conta
interest rate, taxa de juro, taxa de juros, tan
loan amount, montante do empréstimo, valor do empréstimo, montante financiado
monthly payment, prestação mensal, prestação, parcela
employee name, nome do funcionário, funcionário, colaborador, trabalhador
gross pay, vencimento bruto, salário bruto, total de vencimentos, total bruto
net pay, valor líquido, salário líquido, líquido a receber, total líquido
total deductions, total de descontos, descontos
income tax, irs, irrf, imposto de renda
job title, cargo, função, categoria profissional
policy number, número da apólice, apólice nº, nº da apólice
policyholder, tomador do seguro, segurado
premium, prémio, prêmio, prémio total, prêmio total
sum insured, capital seguro, importância segurada
deductible, franquia
patient name, paciente, nome do paciente, utente
doctor, médico, médico assistente, médico solicitante
diagnosis, diagnóstico
test name, exame, análise, teste
test result, resultado
reference range, valores de referência, intervalo de referência
tenant, inquilino, arrendatário, locatário
landlord, senhorio, locador, arrendador
rent, renda, renda mensal, aluguel, valor do aluguel
security deposit, caução, depósito de garantia
living area, área útil, área bruta, área
number of rooms, quartos, número de quartos, dormitórios
meter number, número do contador, nº do contador, medidor
previous meter reading, leitura anterior
current meter reading, leitura atual
consumption, consumo
supply address, local de consumo, morada de fornecimento
billing period, período de faturação, período de faturamento, período
contract number, número do contrato, contrato nº
effective date, data de início de vigência, entrada em vigor
notice period, aviso prévio, pré-aviso
governing law, lei aplicável
jurisdiction, foro, foro competente
shipper, remetente, expedidor, exportador
consignee, destinatário, consignatário
carrier, transportadora, transportador
gross weight, peso bruto
net weight, peso líquido
number of packages, volumes, número de volumes
country of origin, país de origem
license plate number, matrícula, placa
vehicle identification number, chassi, número do chassi
odometer reading, quilómetros, quilometragem
passenger name, nome do passageiro, passageiro
booking reference, código de reserva, número da reserva, localizador
check in date, entrada, data de chegada, chegada
check out date, saída, data de partida
number of nights, noites, número de noites
student name, nome do aluno, aluno, estudante
grade, nota, classificação
certificate number, número do certificado, certificado nº
issuing authority, emitido por, entidade emissora
birth date, data de nascimento, nascido em
birth place, local de nascimento, naturalidade
work experience, experiência profissional, experiência
education, formação, educação, formação académica, escolaridade
skills, competências, habilidades, conhecimentos
languages, idiomas, línguas
ingredients, ingredientes
instructions, preparação, modo de preparo, preparo, modo de preparação, confeção
prep time, tempo de preparação, tempo de preparo
cook time, tempo de cozedura, tempo de cozimento, tempo de forno
total time, tempo total
servings, porções, doses, rendimento, pessoas, rende
difficulty, dificuldade
calories, calorias, valor energético, energia
fat, gorduras, lípidos
carbohydrates, hidratos de carbono, carboidratos
protein, proteínas
revenue, receitas, volume de negócios, receita líquida, vendas
net income, resultado líquido, lucro líquido, resultado líquido do período
total assets, total do ativo, ativo total
total equity, capital próprio, patrimônio líquido, total do capital próprio
rank, posição, classificação
team, equipa, equipe, clube
votes, votos, número de votos
registered voters, inscritos, eleitores inscritos
blank votes, votos em branco, brancos
invalid votes, votos nulos, nulos
vat id, número de iva | nif, contribuinte, nº contribuinte, cnpj, nipc
tax number, nif, contribuinte, nº de contribuinte, cpf, cnpj
probation period, período experimental, período de experiência
