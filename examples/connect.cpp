// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// A program for the shell: connects by Happy Eyeballs, tells of each query and each attempt as it
// happens, and draws it all. It shows the options, a report and its observer, a resolver by c-ares,
// and a race against a signal.
//
//     connect [OPTIONS] HOST... SERVICE

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <asio/any_io_executor.hpp>
#include <asio/io_context.hpp>
#include <asio/signal_set.hpp>
#include <csignal>
#include <cstddef>
#include <exception>
#include <eyeballs/asio.hpp>
#ifdef CONNECT_BY_CARES
#include <eyeballs/asio/cares_resolver.hpp>
#endif
#ifdef CONNECT_BY_TLS
#include <eyeballs/asio/tls.hpp>
#endif
#include <iostream>
#include <span>
#include <string>
#include <variant>

#include "connect/command_line.hpp"
#include "connect/live_lines.hpp"
#include "connect/one_connect.hpp"
#include "connect/output.hpp"
#include "connect/summary.hpp"

using eyeballs::as_outcome;
using eyeballs::outcome;
using eyeballs::race;
using eyeballs::stop_point;
using eyeballs::task;
using eyeballs::tcp;
using eyeballs::use_task;

enum exit_status { success = 0, failure = 1, wrong_usage = 2 };

/// One connect. After a stop it tells so, too.
task<one_connect> connect_once(asio::any_io_executor executor, const arguments& given,
                               std::string host) {
  const live_lines lines;
  one_connect c;
  c.host = host;
  c.service = given.service;
  if (given.count == 1 && prints_text(given)) c.told.observer = lines;
  eyeballs::connect_options with_report = given.options;
  with_report.report = &c.told;

#ifdef CONNECT_BY_TLS
  if (given.tls) {
    asio::ssl::context context(asio::ssl::context::tls_client);
    context.set_default_verify_paths();
    const eyeballs::tls_options by_tls{.connect = with_report};
    c.note(
        co_await as_outcome(eyeballs::connect_tls(executor, context, host, given.service, by_tls)));
  }
#endif
  if (!given.tls)
    c.note(co_await as_outcome(eyeballs::connect(executor, host, given.service, with_report)));
  c.told.observer = nullptr;
  co_return c;
}

/// All connects to one host, and what is printed of them.
task<exit_status> connect_to(asio::any_io_executor executor, const arguments& given,
                             std::string host) {
  summary all;
  one_connect slowest;
  const progress_line progress(given);
  for (int i = 0; i < given.count && !all.was_interrupted(); ++i) {
    const one_connect c = co_await connect_once(executor, given, host);
    if (c.how == ending::wrong_usage) {
      std::cerr << "connect: " << c.error << '\n';
      co_return wrong_usage;
    }
    print(c, given);
    all.add(c);
    progress.show(i + 1);
    if (i == 0 || ms_of(c.told) > ms_of(slowest.told)) slowest = c;
  }

  progress.hide();
  if (given.count > 1 && prints_text(given)) all.print(std::cout);
  const bool drawn = draw(slowest, given);
  co_await stop_point();
  co_return drawn&& all.all_connected() ? success : failure;
}

task<exit_status> connect_to_all(asio::any_io_executor executor, const arguments& given) {
  exit_status worst = success;
  for (const std::string& host : given.hosts) {
    print_heading(host, given);
    worst = std::max(worst, co_await connect_to(executor, given, host));
    if (worst == wrong_usage) break;
  }
  co_return worst;
}

/// Does it all, unless a signal comes first: then what is under way is stopped.
task<exit_status> program(asio::io_context& context, const arguments& given) {
  asio::signal_set signals(context, SIGINT, SIGTERM);
  auto first = co_await race(as_outcome(connect_to_all(context.get_executor(), given)),
                             as_outcome(signals.async_wait(use_task)));
  const auto* const done = std::get_if<outcome<exit_status>>(&first);
  co_return done ? done->value() : failure;
}

exit_status run(arguments& given) {
#ifdef CONNECT_BY_CARES
  eyeballs::cares_resolver dns(given.dns);
  if (!given.dns.empty()) given.options.resolver = &dns;
#endif
  exit_status status = failure;
  asio::io_context context(1);
  eyeballs::co_spawn(context, program(context, given),
                     [&](std::exception_ptr threw, exit_status s) {
                       if (threw) std::rethrow_exception(threw);
                       status = s;
                     });
  context.run();
  return status;
}

/// A standard stream that was closed for us would be the next socket, and our output go there. What
/// is put in its place can't be written to.
void take_closed_streams() {
  int lowest_free = -1;
  do lowest_free = ::open("/dev/null", O_RDONLY);
  while (lowest_free >= 0 && lowest_free <= STDERR_FILENO);
  if (lowest_free >= 0) ::close(lowest_free);
}

int main(int argc, char** argv) {
  take_closed_streams();
  arguments given;
  const auto words = std::span(argv, std::size_t(argc)).subspan(argc > 0);
  if (const std::string wrong = parse(words, given); !wrong.empty()) {
    std::cerr << "connect: " << wrong << "\n\n";
    print_usage(std::cerr);
    return wrong_usage;
  }

  exit_status status = success;
  if (given.help) print_usage(std::cout);
  else status = run(given);

  if (!std::cout.flush()) {
    std::cerr << "connect: the output could not be written\n";
    if (status == success) return failure;
  }
  return status;
}
