// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Listens on the loopback addresses while a command runs, so that the command has something to
// connect to. It exits with the command's status. It shows use_task, and a race of servers and a
// process.
//
//     listen 8080 connect localhost 8080

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <asio/io_context.hpp>
#include <asio/ip/v6_only.hpp>
#include <asio/thread_pool.hpp>
#include <charconv>
#include <eyeballs/asio.hpp>
#include <iostream>
#include <optional>
#include <string_view>
#include <vector>

using eyeballs::race;
using eyeballs::run_on;
using eyeballs::task;
using eyeballs::tcp;
using eyeballs::use_task;

std::optional<tcp::acceptor> listen_on(asio::io_context& context, const tcp::endpoint& endpoint) {
  tcp::acceptor acceptor(context);
  eyeballs::error_code code;
  acceptor.open(endpoint.protocol(), code);
  if (!code) acceptor.set_option(tcp::acceptor::reuse_address(true), code);
  if (!code && endpoint.address().is_v6()) acceptor.set_option(asio::ip::v6_only(true), code);
  if (!code) acceptor.bind(endpoint, code);
  if (!code) acceptor.listen(tcp::acceptor::max_listen_connections, code);
  if (code) {
    std::cerr << "listen: " << eyeballs::to_string(endpoint) << ": " << code.message() << '\n';
    return std::nullopt;
  }
  ::fcntl(acceptor.native_handle(), F_SETFD, FD_CLOEXEC);  // ours, not the command's
  std::cerr << "listening on " << eyeballs::to_string(endpoint) << '\n';
  return acceptor;
}

/// Blocks until the command has ended; yields its status as a shell would tell it.
int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Accepts and hangs up, until it is stopped: it never yields.
task<int> serve(tcp::acceptor acceptor) {
  for (;;) tcp::socket accepted = co_await acceptor.async_accept(use_task);
}

/// The first success wins a race, and only the command can succeed: its end stops the servers.
task<int> program(asio::thread_pool& pool, std::vector<tcp::acceptor> acceptors, pid_t child) {
  std::vector<task<int>> servers;
  for (tcp::acceptor& acceptor : acceptors) servers.push_back(serve(std::move(acceptor)));
  co_return co_await race(run_on(pool, wait_for, child), race(std::move(servers)));
}

int main(int argc, char** argv) {
  unsigned short port = 0;
  const std::string_view text = argc > 1 ? argv[1] : "";
  const auto read = std::from_chars(text.data(), text.data() + text.size(), port);
  if (argc < 3 || read.ec != std::errc() || read.ptr != text.data() + text.size() || port == 0) {
    std::cerr << "usage: listen PORT COMMAND...\n";
    return 2;
  }

  asio::io_context context(1);
  std::vector<tcp::acceptor> acceptors;
  if (auto v6 = listen_on(context, {asio::ip::address_v6::loopback(), port}))
    acceptors.push_back(std::move(*v6));
  if (auto v4 = listen_on(context, {asio::ip::address_v4::loopback(), port}))
    acceptors.push_back(std::move(*v4));
  if (acceptors.empty()) return 1;

  pid_t child = 0;
  if (const int failed = ::posix_spawnp(&child, argv[2], nullptr, nullptr, argv + 2, environ)) {
    std::cerr << "listen: " << argv[2] << ": " << std::generic_category().message(failed) << '\n';
    return 127;
  }

  int status = 1;
  asio::thread_pool pool(1);
  eyeballs::co_spawn(context, program(pool, std::move(acceptors), child),
                     [&](std::exception_ptr failed, int s) {
                       if (failed) std::rethrow_exception(failed);
                       status = s;
                     });
  context.run();
  return status;
}
