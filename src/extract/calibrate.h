/* SPDX-License-Identifier: Apache-2.0 */
/* calibrate - hand scores become probabilities of being right. */
#pragma once
#include "extract/plan.h"

/*
 * Probability, 1/10000, that what is said of the leaf is right: of the value, or
 * (some false) of the null. Monotone in the score.
 */
int calibrate(const struct plan_field *field, const struct found *f, bool some);
