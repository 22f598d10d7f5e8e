// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
task<> example(asio::io_context& context, asio::any_io_executor executor) {
  // BLOCK
  co_return;
}
