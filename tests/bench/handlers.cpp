// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// How long one handler of a connect holds up the thread, if the name has many addresses.
//
//     handlers ADDRESSES      prints the CPU time of the longest, in microseconds

#include <algorithm>
#include <asio/io_context.hpp>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <eyeballs/asio.hpp>
#include <string>
#include <vector>

#include "loopback.hpp"
#include "resolvers.hpp"
#include "rows.hpp"

namespace {

using bench::tcp;

double microseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) * 1e-3;
}

/// Connects once.
double longest_handler(eyeballs::resolver<tcp::endpoint>& dns, const std::string& port) {
  asio::io_context io;
  eyeballs::connect_options options;
  options.resolver = &dns;
  eyeballs::async_connect(io, "many.test", port, options, [](asio::error_code code, tcp::socket) {
    bench::expect(!code, "no connection");
  });

  double longest = 0;
  for (bool more = true; more;) {
    const double begin = microseconds();
    more = io.run_one() > 0;
    longest = std::max(longest, microseconds() - begin);
  }
  return longest;
}

/// The first of them accepts.
bench::endpoint_list addresses(std::size_t count, tcp::endpoint first) {
  bench::endpoint_list all{first};
  for (unsigned i = 2; i <= count; ++i) all.emplace_back(bench::loopback(i), first.port());
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  bench::expect(argc == 2, "the arguments");
  const bench::accepting server;
  bench::knows dns(addresses(std::strtoul(argv[1], nullptr, 10), server.endpoint()));
  const std::string port = std::to_string(server.endpoint().port());

  std::vector<double> times;
  for (int i = 0; i < 15; ++i) times.push_back(longest_handler(dns, port));
  std::nth_element(times.begin(), times.begin() + 7, times.end());
  std::printf("%.1f\n", times[7]);
  return 0;
}
