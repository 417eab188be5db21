/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * cms - what a signed or encrypted part of a mail holds (S/MIME, RFC 8551; Cryptographic Message Syntax, RFC 5652, in BER).
 *
 * Signatures are not checked: what was signed is read as what the mail says.
 */
#pragma once
#include "base/buf.h"

enum cms_kind { CMS_NONE /* it is none, or damaged */, CMS_SIGNED, CMS_ENCRYPTED, CMS_OTHER /* certificates, packed contents */ };

/* What kind of message the bytes are; the content of a signed one is appended, none if it stands outside of it. */
enum cms_kind cms_read(struct str bytes, struct buf *content);
