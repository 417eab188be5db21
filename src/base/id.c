/* SPDX-License-Identifier: Apache-2.0 */
#include "base/id.h"

#include "base/crypto.h"

static const char *const prefixes[ID_KINDS] = {
	[ID_EXTRACT] = "ext", [ID_FILE] = "dfl", [ID_PARSE] = "pjb", [ID_CONFIG] = "cfg",
	[ID_PROJECT] = "prj", [ID_ORG] = "org", [ID_WEBHOOK] = "whc", [ID_KEY] = "key",
};

const char *id_prefix(enum id_kind k)
{
	return k >= 0 && k < ID_KINDS ? prefixes[k] : "";
}

struct id id_new(int64_t us)
{
	struct id id;
	uint64_t ms = (uint64_t)(us / 1000);
	crypto_random(id.b, sizeof(id.b));
	for (int i = 0; i < 6; i++)
		id.b[i] = (uint8_t)(ms >> (40 - 8 * i));
	id.b[6] = (uint8_t)(0x70 | (id.b[6] & 0x0F)); /* version 7 */
	id.b[8] = (uint8_t)(0x80 | (id.b[8] & 0x3F)); /* variant */
	return id;
}

static bool has_prefix(struct str s, enum id_kind k)
{
	return s.n > 4 && s.p[3] == '-' && str_eq_nocase((struct str){ s.p, 3 }, str_from(prefixes[k]));
}

bool id_kind_of(struct str s, enum id_kind *k)
{
	for (int i = 0; i < ID_KINDS; i++)
		if (has_prefix(s, (enum id_kind)i)) {
			*k = (enum id_kind)i;
			return true;
		}
	return false;
}

bool id_parse(enum id_kind k, struct str s, struct id *out)
{
	static const uint8_t groups[] = { 4, 2, 2, 2, 6 };
	if (has_prefix(s, k))
		s.p += 4, s.n -= 4;
	if (s.n != ID_UUID_SIZE - 1)
		return false;
	for (size_t g = 0, at = 0, byte = 0; g < 5; g++, at++) {
		if (g && s.p[at - 1] != '-')
			return false;
		if (!crypto_unhex((struct str){ s.p + at, groups[g] * 2u }, out->b + byte, groups[g]))
			return false;
		at += groups[g] * 2u;
		byte += groups[g];
	}
	return true;
}

void id_format_uuid(struct id id, char out[ID_UUID_SIZE])
{
	static const char hex[] = "0123456789abcdef";
	size_t at = 0;
	for (int i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			out[at++] = '-';
		out[at++] = hex[id.b[i] >> 4];
		out[at++] = hex[id.b[i] & 15];
	}
	out[at] = '\0';
}

void id_format(enum id_kind k, struct id id, char out[ID_SIZE])
{
	memcpy(out, id_prefix(k), 3);
	out[3] = '-';
	id_format_uuid(id, out + 4);
}

bool id_eq(struct id a, struct id b)
{
	return memcmp(a.b, b.b, sizeof(a.b)) == 0;
}

bool id_is_zero(struct id a)
{
	return id_eq(a, (struct id){ { 0 } });
}
