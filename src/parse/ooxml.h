/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * ooxml - packages of DOCX, XLSX and PPTX (ECMA-376 part 2): parts and what they point at.
 */
#pragma once
#include "parse/xml.h"

/* Tell each part that a part points at, by its relationships; an empty part is the package. Of what is outside only
 * addresses of links are told, as they are. id, type and path are borrowed. A part without relationships has none: no failure. */
bool ooxml_relations(struct archive *a, struct str part, void (*found)(void *ctx, struct str id, struct str type,
	struct str path),
		     void *ctx, struct err *e);

/* Read a part that need not be there. */
bool ooxml_read(struct archive *a, struct str path, const struct xml_events *events, void *ctx, struct err *e);

/* An attribute; empty if it is not there. */
struct str ooxml_attr(const struct xml_node *n, const char *name);
/* A number in it, less than a million either way. */
int32_t ooxml_number(const struct xml_node *n, const char *name, int32_t otherwise);
/* Does v say on, as far as it says anything (ST_OnOff)? */
bool ooxml_on(struct str v);
/* "12" of "ppt/diagrams/data12.xml": parts that belong together share it. Borrowed from path. */
struct str ooxml_part_number(struct str path);
