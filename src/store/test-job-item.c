/* SPDX-License-Identifier: Apache-2.0 */
#include "store/store-private.h"

#include <setjmp.h>

#include <cmocka.h>

/* A UUID of one repeated byte, 2026-04-02T09:15:30.120Z and half a second more. */
#define ID(byte) { { byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte } }
#define UUID(hh) hh hh hh hh "-" hh hh "-" hh hh "-" hh hh "-" hh hh hh hh hh hh
#define AT INT64_C(1775121330120999)

static const struct store_job pending = {
	.id = ID(0x11), .project = ID(0x22), .input = ID(0x33), .created_at = AT, .updated_at = AT + 500000,
	.status = JOB_PENDING, .configuration = STR_INIT("{\"tier\":\"agentic\"}"),
};

static void expect(const struct store_job *j, bool configuration, bool metadata, bool usage, const char *text)
{
	struct buf b = BUF_INIT(0);
	store_job_write(&b, j, configuration, metadata, usage);
	assert_string_equal(b.p, text);
	buf_fini(&b);
}

#define HEAD(input, status)                                                                                                \
	"{\"id\":\"ext-" UUID("11") "\",\"created_at\":\"2026-04-02T09:15:30.120Z\",\"document_input_value\":\"" input "-"     \
	UUID("33") "\",\"file_input\":\"" input "-" UUID("33") "\",\"project_id\":\"prj-" UUID("22") "\",\"status\":\"" status  \
	"\",\"updated_at\":\"2026-04-02T09:15:30.620Z\","

/* A job that waits: every key, null where there is nothing, its configuration only when asked for. */
static void test_pending(void **state)
{
	expect(&pending, false, false, false, HEAD("dfl", "PENDING")
	       "\"configuration_id\":null,\"error_message\":null,\"extract_result\":null,\"metadata\":null,\"configuration\":null,"
	       "\"extract_metadata\":null,\"usage\":null}");
	expect(&pending, true, true, true, HEAD("dfl", "PENDING")
	       "\"configuration_id\":null,\"error_message\":null,\"extract_result\":null,\"metadata\":null,"
	       "\"configuration\":{\"tier\":\"agentic\"},\"extract_metadata\":null,"
	       "\"usage\":{\"credits\":null,\"extract_credits\":null,\"parse_credits\":null}}");
}

/* A finished one: stored JSON is spliced as it is, metadata comes when asked for or when the job's settings ask. */
static void test_completed(void **state)
{
	struct store_job j = pending;
	j.status = JOB_COMPLETED;
	j.input_kind = STORE_INPUT_PARSE_JOB;
	j.has_configuration_id = true;
	j.configuration_id = (struct id)ID(0x44);
	j.result = STR("[{\"a\":1.10}]");
	j.metadata = STR("{\"usage\":{}}");
	j.extract_metadata = STR("{\"m\":[]}");
#define DONE HEAD("pjb", "COMPLETED") "\"configuration_id\":\"cfg-" UUID("44") "\",\"error_message\":null," \
	"\"extract_result\":[{\"a\":1.10}],\"metadata\":{\"usage\":{}},\"configuration\":null,\"extract_metadata\":"
	expect(&j, false, false, false, DONE "null,\"usage\":null}");
	expect(&j, false, true, false, DONE "{\"m\":[]},\"usage\":null}");
	j.metadata_auto = true;
	expect(&j, false, false, false, DONE "{\"m\":[]},\"usage\":null}");
}

/* Error texts are escaped, whatever is in them. */
static void test_failed(void **state)
{
	struct store_job j = pending;
	j.status = JOB_FAILED;
	j.error_message = STR("PDF_IS_BROKEN: \"x\"\n\xff");
	expect(&j, false, false, false, HEAD("dfl", "FAILED")
	       "\"configuration_id\":null,\"error_message\":\"PDF_IS_BROKEN: \\\"x\\\"\\n\xef\xbf\xbd\",\"extract_result\":null,"
	       "\"metadata\":null,\"configuration\":null,\"extract_metadata\":null,\"usage\":null}");
}

/* What was rendered when it was written and what is rendered now are the same text. */
static void test_rendered(void **state)
{
	struct store_job j = pending;
	struct buf item = BUF_INIT(0), whole = BUF_INIT(0);
	store_item_render(&item, &j);
	store_job_write(&whole, &j, true, true, true);
	j.item = buf_view(&item);
	expect(&j, true, true, true, whole.p);
	buf_fini(&item);
	buf_fini(&whole);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pending), cmocka_unit_test(test_completed), cmocka_unit_test(test_failed),
		cmocka_unit_test(test_rendered),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
