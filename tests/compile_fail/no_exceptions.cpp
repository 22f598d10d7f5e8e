// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: eyeballs: this needs exceptions
#include <version>

// As with -fno-exceptions.
#ifndef CONTROL
#undef __cpp_exceptions
#endif

#include <eyeballs/eyeballs.hpp>
