/* SPDX-License-Identifier: Apache-2.0 */
/* decimal - numbers written out in decimal digits: "-1234.50". */
#pragma once
#include <stdbool.h>

#define DECIMAL_SIZE 64 /* bytes of a number with its end */

/*
 * Times ten to the power of places, which may be negative: "612.4" by 6 is "612400000", by -3 "0.6124". Zeros behind the last
 * printed decimal stay ("1.50" by 1 is "15.0"). False, and number unchanged, if the result does not fit.
 */
bool decimal_shift(char number[DECIMAL_SIZE], int places);
