/* SPDX-License-Identifier: Apache-2.0 */
/* test-drawing - a drawing for each test of layout: g, empty at its start. */
#pragma once
#include "layout/drawing.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct drawing *g;

static int setup(void **state)
{
	g = drawing_new();
	return 0;
}

static int teardown(void **state)
{
	drawing_free(g);
	return 0;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
