/* SPDX-License-Identifier: Apache-2.0 */
/*
 * hooks - webhook targets of a create call: checked by shape, written compactly
 * for whoever delivers them.
 */
#pragma once
#include "api/problem.h"

/*
 * Check targets (an array) that stand at place at and append them to b as
 * [{"url","headers","events","format","secret"}…], absent ones null. False if
 * there was a problem.
 */
bool hooks_read(const struct json *targets, const struct place *at, struct problems *p, struct buf *b);
