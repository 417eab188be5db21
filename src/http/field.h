/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field - parameters of header fields (room http alone).
 */
#pragma once
#include "http/http.h"

/*
 * The parameter name of "kind; a=b; c=\"d\"" as text on a. Quoted values have \" and
 * \\ undone, and %22 as browsers write a quote; "name*=UTF-8''…" (RFC 8187, also in
 * Latin-1 or Windows-1252) and "name*0=…; name*1=…" (RFC 2231) win over "name=".
 * False if it is not there or out of memory.
 */
bool field_param(struct str field, const char *name, struct arena *a, struct str *out);
/* Bytes of Windows-1252 as UTF-8 on a. False when out of memory. */
bool field_latin(struct str s, struct arena *a, struct str *out);

/* Short and plain enough to be repeated in a header and the log: 1 to 64 of A-Z a-z 0-9 . _ - */
bool field_is_token(struct str s);
