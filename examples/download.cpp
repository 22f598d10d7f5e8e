// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Counts what several hosts say until they hang up, on several threads: each download is a tree of its
// own. The first one that fails stops all others, on whichever thread they run.
//
//     download SERVICE HOST...

#include <asio/buffer.hpp>
#include <asio/error.hpp>
#include <asio/thread_pool.hpp>
#include <asio/use_future.hpp>
#include <cstddef>
#include <exception>
#include <eyeballs/asio.hpp>
#include <future>
#include <iostream>
#include <string>
#include <vector>

using eyeballs::task;
using eyeballs::tcp;
using eyeballs::on_threads::stop_source;

namespace {

/// How many bytes a host says.
task<std::size_t> count(asio::any_io_executor executor, std::string host, std::string service) {
  tcp::socket socket = co_await eyeballs::connect(executor, host, service);
  std::size_t all = 0;
  char block[4096];
  for (;;) {
    auto reading = socket.async_read_some(asio::buffer(block), eyeballs::use_task);
    const auto length = co_await eyeballs::as_result(std::move(reading));
    if (length) all += *length;
    else if (length.error().code() == asio::error::eof) co_return all;
    else co_return eyeballs::fail(length.error());
  }
}

/// The same, until somebody requests a stop. A failure requests it.
task<std::size_t> count_with_others(task<std::size_t> counting, stop_source stop) {
  auto unless_stopped = stop_when(std::move(counting), stop.get_token());
  auto counted = co_await as_result(std::move(unless_stopped));
  if (!counted) stop.request_stop();
  co_return counted;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::vector<std::string> hosts(argv + 2, argv + argc);
  asio::thread_pool pool(4);
  const stop_source stop;
  std::vector<std::future<std::size_t>> counts;
  for (const std::string& host : hosts) {
    auto counting = count(pool.get_executor(), host, argv[1]);
    counts.push_back(
        co_spawn(pool, count_with_others(std::move(counting), stop), asio::use_future));
  }

  bool all_good = true;
  for (std::size_t i = 0; i < hosts.size(); ++i) {
    try {
      std::cout << hosts[i] << ": " << counts[i].get() << " bytes\n";
    } catch (const std::exception& e) {
      std::cout << hosts[i] << ": " << e.what() << '\n';
      all_good = false;
    }
  }
  return all_good ? 0 : 1;
}
