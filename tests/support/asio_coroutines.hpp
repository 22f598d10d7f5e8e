// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_ASIO_COROUTINES_HPP
#define EYEBALLS_TESTS_SUPPORT_ASIO_COROUTINES_HPP

// Before all else: older Asios know of clang's coroutines, and so of asio::awaitable, only when
// told.

#ifdef __clang__
#ifdef EYEBALLS_USE_BOOST_ASIO
#define BOOST_ASIO_HAS_CO_AWAIT 1
#define BOOST_ASIO_HAS_STD_COROUTINE 1
#else
#define ASIO_HAS_CO_AWAIT 1
#define ASIO_HAS_STD_COROUTINE 1
#endif
#endif

#endif
