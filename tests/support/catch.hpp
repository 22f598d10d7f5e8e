// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_CATCH_HPP
#define EYEBALLS_TESTS_SUPPORT_CATCH_HPP

// Catch2, whichever version is there. Tests use what 2.13 and 3 have in common.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif

#endif
