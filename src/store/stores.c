/* SPDX-License-Identifier: Apache-2.0 */
#include "store/store-private.h"

const struct store_ops *const store_backends[] = {
	&store_sqlite,
};
const size_t store_backends_n = sizeof(store_backends) / sizeof(store_backends[0]);
