/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* libde265, which loads the C++ library: only where a document may be a picture (base/late.h). */
#pragma once
#include "base/late.h"

#include <libde265/de265.h>

#define LATE_DE265(F) \
	F(de265_decode) F(de265_flush_data) F(de265_free_decoder) F(de265_get_bits_per_pixel) \
	F(de265_get_image_height) F(de265_get_image_plane) F(de265_get_image_width) \
	F(de265_get_next_picture) F(de265_isOK) F(de265_new_decoder) F(de265_push_NAL)
extern struct late_de265 {
	LATE_DE265(LATE_MEMBER)
} late_de265;
extern struct late de265_library;

#define de265_decode late_de265.de265_decode
#define de265_flush_data late_de265.de265_flush_data
#define de265_free_decoder late_de265.de265_free_decoder
#define de265_get_bits_per_pixel late_de265.de265_get_bits_per_pixel
#define de265_get_image_height late_de265.de265_get_image_height
#define de265_get_image_plane late_de265.de265_get_image_plane
#define de265_get_image_width late_de265.de265_get_image_width
#define de265_get_next_picture late_de265.de265_get_next_picture
#define de265_isOK late_de265.de265_isOK
#define de265_new_decoder late_de265.de265_new_decoder
#define de265_push_NAL late_de265.de265_push_NAL
