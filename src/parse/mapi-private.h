/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the files of mapi.h share. */
#pragma once
#include "parse/mapi.h"

/* NULL if it is not there. */
const struct mapi_property *mapi_find(const struct mapi_bag *bag, uint16_t tag);
uint32_t mapi_number(const struct mapi_bag *bag, uint16_t tag, uint32_t otherwise);
/* A text in UTF-8, up to its NUL; empty if there is none. */
struct str mapi_text(const struct mapi_message *m, const struct mapi_bag *bag, uint16_t tag);
/* For charset_decode(): the code page that the property tells, or that of the mail. */
struct str mapi_set_name(const struct mapi_message *m, uint16_t tag, char room[24]);
void mapi_headers(GMimeMessage *mail, const struct mapi_message *m);
