// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What each compiler spells its own way. Elsewhere the headers are plain C++20, but for those of
// asio/host/.

#if !defined(__cpp_exceptions)
#error "eyeballs: this needs exceptions: build without -fno-exceptions"
#endif

// Before a function that is seldom called, so that its callers stay small.
#if defined(__GNUC__)
#define EYEBALLS_NOINLINE [[gnu::noinline]]
#elif defined(_MSC_VER)
#define EYEBALLS_NOINLINE __declspec(noinline)
#else
#define EYEBALLS_NOINLINE
#endif

// Before a function that is one for all shared objects of a program, also where what they hold is hidden.
#if defined(__GNUC__)
#define EYEBALLS_SHARED [[gnu::visibility("default")]]
#else
#define EYEBALLS_SHARED
#endif
