/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record-kind.h"

#include <stdlib.h>

/* Folded to small letters without dots, sorted; what a position is called, whatever stands before or behind it. */
static const char *const positions[] = {
	"abogado", "accountant", "adjoint", "administrateur", "administrator", "adviser", "advisor", "agent", "analist",
	"analista", "analyst", "analyste", "apprentice", "architect", "architecte", "architekt", "arquitecto", "asistente",
	"assistant", "assistent", "assistente", "assistentin", "associate", "attorney", "auditor", "auszubildender",
	"author", "avocat", "becario", "berater", "beraterin", "biologist", "broker", "buchhalter", "buchhalterin", "buyer",
	"captain", "cashier", "ceo", "cfo", "chair", "chairman", "chairperson", "chairwoman", "chef", "chemist", "chief", "cio", "clerk",
	"cmo", "co-founder", "coach", "cofounder", "comptable", "conductor", "consulente", "consultant", "consultor",
	"contador", "controller", "convener", "coo", "cook", "coordinador", "coordinator", "counsel", "counselor", "cto", "dentist",
	"desarrollador", "desenvolvedor", "designer", "developer", "developpeur", "directeur", "director", "directora",
	"directrice", "diretor", "direttore", "doctor", "driver", "economist", "editor", "electrician", "enfermera",
	"engenheiro", "engineer", "enseignant", "entwickler", "entwicklerin", "estagiario", "executive", "fellow",
	"foreman", "founder", "gerente", "geschaftsfuhrer", "geschaftsfuhrerin", "guard", "head", "infirmier", "ingegnere",
	"ingeniero", "ingenieur", "ingenieurin", "inspector", "instructor", "intern", "interpreter", "jefe", "journalist",
	"journalista", "judge", "konsulent", "laborer", "lawyer", "lead", "leader", "lecturer", "lehrer", "lehrerin",
	"leiter", "leiterin", "librarian", "machinist", "manager", "mechanic", "medewerker", "mentor", "merchandiser",
	"minister", "nurse", "officer", "operator", "owner", "paralegal", "partner", "pharmacist", "photographer",
	"physician", "physicist", "pilot", "planner", "porter", "postdoc", "praktikant", "praktikantin", "president",
	"principal", "producer", "profesor", "profesora", "professeur", "professor", "programador", "programmer",
	"programmierer", "projektleiter", "psychologist", "receptionist", "recruiter", "redakteur", "referent",
	"referentin", "reporter", "representative", "researcher", "responsabile", "responsable", "sachbearbeiter",
	"sachbearbeiterin", "salesperson", "scientist", "secretaire", "secretary", "sergeant", "solicitor", "specialist",
	"stagiaire", "stagista", "statistician", "steward", "strategist", "supervisor", "surgeon", "surveyor",
	"sviluppatore", "teacher", "technician", "technicien", "technicus", "techniker", "tecnico", "tester", "therapist",
	"trader", "trainee", "trainer", "translator", "treasurer", "tutor", "underwriter", "vendedor", "verkaufer",
	"veterinarian", "volunteer", "vp", "waiter", "waitress", "werkstudent", "werkstudentin", "writer",
};
static const char *const schools[] = {
	"academia", "academie", "academy", "akademie", "colegio", "college", "ecole", "fachhochschule", "faculty",
	"fakultat", "gymnasium", "highschool", "hochschule", "hogeschool", "institut", "institute", "instituto", "istituto",
	"liceo", "lycee", "lyceum", "politechnika", "politecnico", "polytechnic", "polytechnique", "realschule", "school",
	"schule", "scuola", "seminary", "universidad", "universidade", "universita", "universitat", "universite",
	"universiteit", "universitesi", "universitet", "university", "uniwersytet",
};
static const char *const degrees[] = {
	"abitur", "associate's", "ba", "ba/ma", "bac", "baccalaureat", "bacharelado", "bachelor", "bachelor's", "bachelors",
	"bba", "bcom", "beng", "bfa", "bs", "bsc", "btec", "btech", "certificate", "dipl-ing", "diplom", "diploma",
	"diplome", "doctor", "doctorado", "doctorat", "doctorate", "dphil", "dut", "edd", "ged", "grado", "hnd",
	"ingenieria", "jd", "juris", "laurea", "licence", "licenciado", "licenciatura", "licenza", "llb", "llm", "ma",
	"magister", "magisterka", "master", "master's", "masters", "matura", "mba", "md", "meng", "mestrado", "mfa", "mph",
	"mphil", "ms", "msc", "mtech", "phd", "promotion", "staatsexamen", "tecnologo",
};

static int word_cmp(const void *key, const void *row)
{
	return strcmp(key, *(const char *const *)row);
}

#define IN(list, word) (bsearch(word, list, sizeof(list) / sizeof(*list), sizeof(*list), word_cmp) != NULL)

/* Small letters without accents, dots and what stands around the word; empty if it is too long to be known. */
static const char *folded(struct str s, char out[32])
{
	static const char *const plain[] = { "aaaaaa.ceeeeiiiidnooooo.ouuuuy.s", "aaaaaa.ceeeeiiiidnooooo.ouuuuy.y" }; /* U+00C0, U+00E0 on */
	size_t n = 0;
	for (size_t i = 0; i < s.n && n < 31;) {
		uint32_t c = str_utf8_next(s, &i);
		if (c >= 0xC0 && c < 0x100)
			c = (unsigned char)plain[c >= 0xE0][(c - 0xC0) & 31];
		if (c >= 'A' && c <= 'Z')
			c |= 32;
		if ((c >= 'a' && c <= 'z') || (n && (c == '-' || c == '/' || c == '\'')))
			out[n++] = (char)c;
	}
	while (n && !(out[n - 1] >= 'a' && out[n - 1] <= 'z'))
		n--;
	out[n] = '\0';
	return out;
}

static bool is_capital(struct str s)
{
	size_t i = 0;
	uint32_t c = s.n ? str_utf8_next(s, &i) : 0;
	return (c >= 'A' && c <= 'Z') || c == '(' || (c >= 0xC0 && c < 0xDF);
}

enum entry_kind kind_of_words(const struct view *v, uint32_t word, uint32_t words)
{
	bool position = false, degree = false;
	char key[32];
	for (uint32_t w = word; w < word + words; w++) {
		folded(v->words[w].text, key);
		if (IN(schools, key))
			return KIND_SCHOOL;
		position |= IN(positions, key);
		/* "ma", "be" are words of languages: degrees are written large. */
		degree |= is_capital(v->words[w].text) && IN(degrees, key);
	}
	return degree ? KIND_DEGREE : position ? KIND_POSITION : KIND_PLAIN;
}

bool kind_is_bare_degree(const struct view *v, uint32_t word, uint32_t words)
{
	char key[32];
	for (uint32_t w = word; w < word + words; w++)
		if (!IN(degrees, folded(v->words[w].text, key)))
			return false;
	return words > 0;
}

static bool asks_one_of(struct intern *in, const struct plan_field *f, const char *const *words, size_t n)
{
	size_t at = f->path.n;
	while (at && f->path.p[at - 1] != '.')
		at--;
	struct phrase name = phrase_of(in, (struct str){ f->path.p + at, f->path.n - at });
	for (size_t k = 0; k < n; k++)
		if (phrase_has(name, token_named(in, words[k])))
			return true;
	return false;
}

#define ASKS(in, f, ...) asks_one_of(in, f, (const char *const[]){ __VA_ARGS__ }, sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

enum entry_kind kind_of_field(struct intern *in, const struct plan_field *f)
{
	if (ASKS(in, f, "degree", "qualification", "diploma", "certificate"))
		return KIND_DEGREE;
	if (ASKS(in, f, "school", "university", "college", "institution"))
		return KIND_SCHOOL;
	return ASKS(in, f, "job", "title", "position", "role", "occupation") ? KIND_POSITION : KIND_PLAIN;
}

bool kind_asks_current(struct intern *in, const struct plan_field *f)
{
	return f->type == VALUE_BOOLEAN && ASKS(in, f, "current", "present", "ongoing", "still");
}

bool kind_asks_period(struct intern *in, const struct plan_field *f)
{
	return f->node->type == SCHEMA_STRING && f->side == SIDE_NONE && !(f->form & FORM_ISO_DATE) && f->type != VALUE_DATE &&
	       ASKS(in, f, "period", "dates", "years", "timeframe", "zeitraum", "periode", "période", "periodo", "período", "okres");
}

bool heading_holds_name(struct table_ctx *x, const struct plan_array *a, struct phrase heading)
{
	struct phrase name = phrase_of(x->in, a->node->name);
	for (size_t i = 0; i < name.n; i++)
		if (!phrase_has(heading, name.tokens[i]))
			return false;
	return name.n > 0;
}

bool word_parts_head(struct str w, uint16_t *cut)
{
	size_t i = 0;
	uint32_t c = w.n ? str_utf8_next(w, &i) : 0;
	*cut = 0;
	if (i == w.n && (c == '|' || c == 0x2013 || c == 0x2014 || c == '-' || c == 0xb7 || c == 0x2022))
		return true;
	*cut = w.n > 1 && (w.p[w.n - 1] == ',' || w.p[w.n - 1] == ';') ? 1 : 0;
	return *cut;
}
