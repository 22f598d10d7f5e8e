// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The Asio backend: standalone Asio, or Boost.Asio with EYEBALLS_USE_BOOST_ASIO.

#include "asio/config.hpp"
#include "asio/connect.hpp"
#include "asio/connectivity.hpp"
#include "asio/connector.hpp"
#include "asio/error.hpp"
#include "asio/ip_address.hpp"
#include "asio/known_endpoints.hpp"
#include "asio/nat64.hpp"
#include "asio/options.hpp"
#include "asio/resolve.hpp"
#include "asio/run_on.hpp"
#include "asio/scheduler.hpp"
#include "asio/source_address.hpp"
#include "asio/spawn.hpp"
#include "asio/system_resolver.hpp"
#include "asio/tcp_transport.hpp"
#include "asio/token.hpp"
#include "eyeballs.hpp"
