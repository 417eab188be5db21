/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * link - which addresses of a document are told.
 */
#pragma once
#include "base/str.h"

enum { LINK_LONGEST = 2000 /* bytes of an address */ };

/* Is that an address to tell: whole, of a kind that leads somewhere and runs nothing, written in characters of addresses? */
bool link_is_told(struct str address);
