/* SPDX-License-Identifier: Apache-2.0 */
/*
 * assign - best one-to-one assignment of rows to columns (Hungarian method).
 *
 * Integer gains, deterministic: of several optima always the same one. A pair
 * whose gain is <= 0 is never made, so "leave it out" needs no dummy column.
 */
#pragma once
#include "base/arena.h"

/*
 * gain is rows x cols, row-major, each at most INT32_MAX / 4 in size. column_of[r]
 * gets the column of row r, or -1. O(n^3) for n = max(rows, cols): callers cut their
 * problem into components first. Returns the sum of the gains taken, or -1 when
 * the arena is exhausted (then column_of is all -1). Scratch on a is released.
 */
int64_t assign_best(const int32_t *gain, size_t rows, size_t cols, int32_t *column_of, struct arena *a);
