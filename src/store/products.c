/* SPDX-License-Identifier: Apache-2.0 */
#include "store/store.h"

static const char *const words[PRODUCT_COUNT] = {
#define PRODUCT(name, word) [PRODUCT_##name] = word,
#include "store/products.def"
#undef PRODUCT
};

const char *store_product_word(enum store_product p)
{
	return p >= 0 && p < PRODUCT_COUNT ? words[p] : "";
}

bool store_product_parse(struct str word, enum store_product *out)
{
	for (int i = 0; i < PRODUCT_COUNT; i++)
		if (str_eq_z(word, words[i])) {
			*out = (enum store_product)i;
			return true;
		}
	return false;
}
