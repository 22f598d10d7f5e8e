// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Which Asio it is: standalone, or with EYEBALLS_USE_BOOST_ASIO Boost's. Each has an inline
// namespace of its own, so that one program can hold both (in different translation units).

#ifdef EYEBALLS_USE_BOOST_ASIO
#define EYEBALLS_ASIO_HEADER(name) <boost/asio/name>
#define EYEBALLS_ASIO_NAMESPACE boost_asio
#else
#define EYEBALLS_ASIO_HEADER(name) <asio/name>
#define EYEBALLS_ASIO_NAMESPACE standalone_asio
#endif

// Stands before the declaration of a function that src.hpp compiles apart, if the user wishes so.
#ifdef EYEBALLS_SEPARATE_COMPILATION
#define EYEBALLS_DECL
#else
#define EYEBALLS_DECL inline
#endif

#if defined(ASIO_USE_TS_EXECUTOR_AS_DEFAULT) || defined(BOOST_ASIO_USE_TS_EXECUTOR_AS_DEFAULT)
#error "eyeballs runs on Asio's executors, not on those of the Networking TS"
#endif

#include EYEBALLS_ASIO_HEADER(error.hpp)

#ifdef EYEBALLS_USE_BOOST_ASIO
#include <boost/system/system_error.hpp>
#else
#include <asio/system_error.hpp>
#endif

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

#ifdef EYEBALLS_USE_BOOST_ASIO
namespace asio = ::boost::asio;
using system_error = ::boost::system::system_error;
#else
namespace asio = ::asio;
using system_error = ::asio::system_error;
#endif

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// The error code of Asio: `std::error_code`, or that of Boost.
#ifdef EYEBALLS_USE_BOOST_ASIO
using error_code = ::boost::system::error_code;
#else
using error_code = ::asio::error_code;
#endif

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
