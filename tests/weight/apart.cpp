// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <asio/detached.hpp>
#include <asio/io_context.hpp>
#include <eyeballs/asio/async_connect.hpp>

void connects(asio::io_context& io);

// A user's file with one `async_connect`.
void connects(asio::io_context& io) {
  eyeballs::async_connect(io, "localhost", "80", asio::detached);
}
