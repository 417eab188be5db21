/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bench-fill DIR JOBS [small] - a data folder with finished jobs of a believable mix, for
 * script/bench list. Prints "file ID" and "configuration ID" lines: one of each
 * kind that filters can name. The same count gives the same jobs; small ones have
 * a result of one number, so that ten million fit on a disk.
 */
#include "base/clock.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>

enum { FILES = 500, CONFIGURATIONS = 20 };
#define STEP_US 1300000 /* between two jobs */

struct mix {
	struct id project;
	int64_t first; /* time of the first job, us */
	bool small;
};

/* A small deterministic generator (xorshift64*), so that runs compare. */
static uint64_t noise(uint64_t seed, uint64_t i)
{
	uint64_t x = (i + 1) * UINT64_C(0x9E3779B97F4A7C15) ^ seed;
	x ^= x >> 12;
	x ^= x << 25;
	x ^= x >> 27;
	return x * UINT64_C(2685821657736338717);
}

/* Identifiers that can be named again: numbered, in a kind's own range. */
static struct id numbered(unsigned char kind, uint64_t n)
{
	struct id id = { .b = { 0x01, 0x90, 0, 0, 0, kind, 0x70, 0, 0x80 } };
	for (int i = 15; i > 8; i--, n >>= 8)
		id.b[i] = (uint8_t)n;
	return id;
}

static const char *const goods[] = {
	"Copy paper A4, 80 g, box of 5 packs", "Toner cartridge, black, 12,000 pages", "Desk lamp, LED, dimmable",
	"Office chair, mesh back, height adjustable", "Notebook, ruled, 192 pages", "Installation and set-up on site",
	"Maintenance, third quarter", "Delivery and packaging", "USB-C docking station, 100 W", "Whiteboard marker, set of 8",
};

static struct str result_of(uint64_t i, struct arena *a)
{
	struct buf b = BUF_INIT(0);
	uint64_t lines = 5 + noise(1, i) % 9;
	double total = 0;
	buf_printf(&b, "{\"invoice_number\":\"R-%06llu\",\"invoice_date\":\"2026-%02llu-%02llu\",\"seller_name\":\"Nordwind "
		   "Papier GmbH\",\"buyer_name\":\"Customer %llu Ltd\",\"currency\":\"EUR\",\"lines\":[",
		   (unsigned long long)i, (unsigned long long)(1 + noise(2, i) % 12), (unsigned long long)(1 + noise(3, i) % 28),
		   (unsigned long long)(noise(4, i) % 4000));
	for (uint64_t k = 0; k < lines; k++) {
		uint64_t r = noise(5, i * 32 + k);
		double amount = (double)(r % 90000) / 100;
		total += amount;
		buf_printf(&b, "%s{\"position\":%llu,\"description\":\"%s\",\"quantity\":%llu,\"amount\":%.2f}", k ? "," : "",
			   (unsigned long long)k + 1, goods[r % 10], (unsigned long long)(1 + r % 9), amount);
	}
	buf_printf(&b, "],\"total\":%.2f}", total);
	struct str s = arena_str(a, buf_view(&b));
	buf_fini(&b);
	return s;
}

static void fill(void *ctx, int64_t n, struct store_job *j, struct arena *a)
{
	const struct mix *m = ctx;
	uint64_t i = (uint64_t)n, dice = noise(6, i) % 100;
	j->id = numbered(1, i);
	j->project = m->project;
	j->created_at = m->first + n * STEP_US;
	j->updated_at = j->created_at + 900000;
	j->status = dice < 92 ? JOB_COMPLETED : dice < 98 ? JOB_FAILED : JOB_CANCELLED;
	j->input_kind = noise(7, i) % 10 ? STORE_INPUT_FILE : STORE_INPUT_PARSE_JOB;
	j->input = numbered(j->input_kind == STORE_INPUT_FILE ? 2 : 3, noise(8, i) % FILES);
	j->has_configuration_id = noise(9, i) % 3 == 0;
	j->configuration_id = numbered(4, noise(10, i) % CONFIGURATIONS);
	j->configuration = m->small ? STR("{}") : STR("{\"data_schema\":{\"type\":\"object\",\"properties\":{\"total\":{\"type\":\"number\"}}},"
			       "\"cite_sources\":false,\"confidence_scores\":false,\"extract_version\":\"latest\","
			       "\"version\":\"2026-11-01\",\"extraction_target\":\"per_doc\",\"lang\":\"en\",\"max_pages\":null,"
			       "\"parse_config_id\":null,\"parse_tier\":null,\"system_prompt\":null,\"target_pages\":null,"
			       "\"tier\":\"cost_effective\",\"disable_cache\":false,\"sheet_names\":null,"
			       "\"spreadsheet_mode\":false}");
	j->starts = 1;
	if (j->status == JOB_FAILED)
		j->error_message = STR("PDF_IS_PROTECTED: the file needs a password: save it without one and upload it again");
	if (j->status != JOB_COMPLETED)
		return;
	j->result = m->small ? STR("{\"total\":17.5}") : result_of(i, a);
	j->extract_metadata = STR("{\"field_metadata\":null,\"parse_job_id\":null,\"parse_tier\":\"cost_effective\"}");
	j->metadata = STR("{\"usage\":{\"num_pages_extracted\":2,\"num_document_tokens\":812,\"num_output_tokens\":96,"
			  "\"num_pages_billed\":2}}");
}

static void print_names(void)
{
	char file[ID_SIZE], parse[ID_SIZE], configuration[ID_SIZE], job[ID_SIZE];
	id_format(ID_FILE, numbered(2, 7), file);
	id_format(ID_PARSE, numbered(3, 7), parse);
	id_format(ID_CONFIG, numbered(4, 7), configuration);
	id_format(ID_EXTRACT, numbered(1, 7), job);
	printf("file %s\nparse %s\nconfiguration %s\njob %s\n", file, parse, configuration, job);
}

int main(int argc, char **argv)
{
	struct err e = { .code = ERR_NONE };
	struct mix m;
	struct id org;
	int64_t n = argc > 2 ? atoll(argv[2]) : 0;
	m.small = argc > 3 && strcmp(argv[3], "small") == 0;
	if (n < 1) {
		fprintf(stderr, "bench-fill DIR JOBS [small]\n");
		return 64;
	}
	struct store_options o = { .dir = argv[1], .readers = 1 };
	struct store *s = store_open(&o, &e);
	m.first = clock_now() - (n + 1) * STEP_US;
	bool ok = s && store_bootstrap(s, clock_now(), &org, &m.project, &e) && store_job_bulk(s, n, fill, &m, &e);
	store_close(s);
	if (ok)
		print_names();
	else
		fprintf(stderr, "bench-fill: %s\n", e.text);
	return ok ? 0 : err_row(e.code)->exit;
}
