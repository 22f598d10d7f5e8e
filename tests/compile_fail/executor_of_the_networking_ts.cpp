// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: constraints not satisfied|no matching function
#include <asio/detached.hpp>
#include <asio/io_context.hpp>
#include <asio/io_context_strand.hpp>
#include <asio/strand.hpp>
#include <eyeballs/asio.hpp>

eyeballs::task<> nothing() { co_return; }

void spawn(asio::io_context& io) {
#ifdef CONTROL
  const auto executor = asio::make_strand(io);
#else
  const auto executor = asio::io_context::strand(io);
#endif
  eyeballs::co_spawn(executor, nothing(), asio::detached);
}
