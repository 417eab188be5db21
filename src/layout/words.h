/* SPDX-License-Identifier: Apache-2.0 */
/*
 * words - what labels, column heads and titles of forms are made of, in several
 * languages. A phrase with such a word is no name, whatever its capitals say.
 */
#pragma once
#include "base/str.h"

/* folded: lower case (locale_fold). */
bool word_is_of_forms(struct str folded);
