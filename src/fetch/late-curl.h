/* SPDX-License-Identifier: Apache-2.0 */
/* libcurl, which loads thirty libraries: only where something is fetched (late.h). */
#pragma once
#include "base/late.h"

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#undef curl_easy_getinfo
#undef curl_easy_setopt
#undef curl_multi_setopt

#define LATE_CURL(F)                                                                                                    \
	F(curl_easy_cleanup) F(curl_easy_getinfo) F(curl_easy_init) F(curl_easy_setopt) F(curl_easy_strerror)           \
	F(curl_free) F(curl_global_init) F(curl_multi_add_handle) F(curl_multi_cleanup) F(curl_multi_info_read)         \
	F(curl_multi_init) F(curl_multi_perform) F(curl_multi_poll) F(curl_multi_remove_handle) F(curl_multi_wakeup)    \
	F(curl_slist_append) F(curl_slist_free_all) F(curl_url) F(curl_url_cleanup) F(curl_url_get) F(curl_url_set)     \
	F(curl_url_strerror)
extern struct late_curl {
	LATE_CURL(LATE_MEMBER)
} late_curl;
extern struct late curl_library;

#define curl_easy_cleanup late_curl.curl_easy_cleanup
#define curl_easy_getinfo late_curl.curl_easy_getinfo
#define curl_easy_init late_curl.curl_easy_init
#define curl_easy_setopt late_curl.curl_easy_setopt
#define curl_easy_strerror late_curl.curl_easy_strerror
#define curl_free late_curl.curl_free
#define curl_global_init late_curl.curl_global_init
#define curl_multi_add_handle late_curl.curl_multi_add_handle
#define curl_multi_cleanup late_curl.curl_multi_cleanup
#define curl_multi_info_read late_curl.curl_multi_info_read
#define curl_multi_init late_curl.curl_multi_init
#define curl_multi_perform late_curl.curl_multi_perform
#define curl_multi_poll late_curl.curl_multi_poll
#define curl_multi_remove_handle late_curl.curl_multi_remove_handle
#define curl_multi_wakeup late_curl.curl_multi_wakeup
#define curl_slist_append late_curl.curl_slist_append
#define curl_slist_free_all late_curl.curl_slist_free_all
#define curl_url late_curl.curl_url
#define curl_url_cleanup late_curl.curl_url_cleanup
#define curl_url_get late_curl.curl_url_get
#define curl_url_set late_curl.curl_url_set
#define curl_url_strerror late_curl.curl_url_strerror
