// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the headers only declare where EYEBALLS_SEPARATE_COMPILATION is defined. Include it in one
// file of the program, and define the macro for all: the build, not a file, is the place for that.
// The CMake targets eyeballs::asio_compiled and eyeballs::boost_asio_compiled do both.

#ifndef EYEBALLS_SEPARATE_COMPILATION
#error "eyeballs: define EYEBALLS_SEPARATE_COMPILATION for all files of the program"
#endif

#include <cstddef>
#include <string>
#include <vector>

#include "asio/impl/connect.hpp"
#include "asio/impl/connect_callers_socket.hpp"
#include "asio/impl/connect_to.hpp"
#include "asio/impl/race_of_list.hpp"
#include "asio/impl/system_resolver.hpp"
#include "asio/impl/tree.hpp"
#include "asio/impl/wake_up.hpp"

template class eyeballs::detail::basic_system_resolver<>;

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

template task<tcp::endpoint> connect_callers_socket<>(callers_tcp_socket&, const target&,
                                                      const connect_options&);
template task<established> connect_established<>(asio::any_io_executor, std::string, std::string,
                                                 establisher&, connect_options);
template task<std::size_t> race_list<>(raced_list&);

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

template task<tcp::socket> connect<>(detail::asio::any_io_executor, std::string, std::string,
                                     connect_options);
template task<tcp::socket> connect_to<>(detail::asio::any_io_executor, tcp::endpoint);
template task<std::vector<tcp::endpoint>> resolve<>(std::string, std::string);

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
