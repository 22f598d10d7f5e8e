// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_ASIO_DEFERRED_HPP
#define EYEBALLS_TESTS_SUPPORT_ASIO_DEFERRED_HPP

// asio::deferred; EYEBALLS_TESTS_DEFERRED is defined where there is one.

#include "eyeballs/asio/config.hpp"

#ifdef EYEBALLS_USE_BOOST_ASIO
#define EYEBALLS_TESTS_DEFERRED
#else
#include <asio/version.hpp>
#if ASIO_VERSION >= 102300
#define EYEBALLS_TESTS_DEFERRED
#endif
#endif

#ifdef EYEBALLS_TESTS_DEFERRED
#include EYEBALLS_ASIO_HEADER(deferred.hpp)
#endif

#endif
