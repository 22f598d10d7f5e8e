// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The door to all of this and the Asio backend: for standalone Asio, or for Boost.Asio with
// EYEBALLS_USE_BOOST_ASIO. Included singly are asio/cares_resolver.hpp, which needs c-ares, and
// asio/tls.hpp, which needs OpenSSL.

#include "address/history.hpp"
#include "address/policy_table.hpp"
#include "asio/async_connect.hpp"
#include "asio/async_happy_eyeballs.hpp"
#include "asio/awaitable.hpp"
#include "asio/co_spawn.hpp"
#include "asio/config.hpp"
#include "asio/connect.hpp"
#include "asio/connect_options.hpp"
#include "asio/dns/known_endpoints.hpp"
#include "asio/dns/nat64.hpp"
#include "asio/dns/system_resolver.hpp"
#include "asio/endpoint.hpp"
#include "asio/error.hpp"
#include "asio/host/connectivity.hpp"
#include "asio/host/source_address.hpp"
#include "asio/host/system_policy.hpp"
#include "asio/run_on.hpp"
#include "asio/stop_when.hpp"
#include "asio/tcp/connect_to.hpp"
#include "asio/use_task.hpp"
#include "asio/with_report.hpp"
#include "eyeballs.hpp"
