// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// A program for the shell: connects by Happy Eyeballs, tells of each attempt as it happens, and draws
// it all. It shows the options, an observer, a report, a resolver by c-ares, and a race against a
// signal.
//
//     connect [OPTIONS] HOST SERVICE

#include <fcntl.h>
#include <unistd.h>

#include <asio/io_context.hpp>
#include <asio/signal_set.hpp>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <eyeballs/asio.hpp>
#ifdef CONNECT_BY_CARES
#include <eyeballs/asio/cares_resolver.hpp>
#endif
#include <eyeballs/trace.hpp>
#include <fstream>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "connect/command_line.hpp"
#include "connect/json.hpp"

using eyeballs::as_outcome;
using eyeballs::outcome;
using eyeballs::race;
using eyeballs::task;
using eyeballs::tcp;
using eyeballs::use_task;

/// What happened so far: kept for the report, and unless it is to be JSON printed at once.
class journal final : public eyeballs::attempt_observer<tcp::endpoint> {
 public:
  struct attempt {
    tcp::endpoint endpoint;
    double start_ms, end_ms;
    std::string_view outcome;
    std::string error;
  };

  explicit journal(bool silent) : silent_(silent) {}

  void started(std::size_t, const tcp::endpoint& endpoint) noexcept override {
    attempts_.push_back({endpoint, ms(), 0, "", ""});
    print(attempts_.back().start_ms, endpoint, "started");
  }

  void ended(std::size_t index, const tcp::endpoint& endpoint, bool connected,
             const eyeballs::error* why) noexcept override {
    attempt& a = attempts_[index];
    a.end_ms = ms();
    a.outcome = connected ? "connected" : why ? "failed" : "stopped";
    if (why) a.error = why->code().message();
    print(a.end_ms, endpoint, std::string(a.outcome) + (why ? ": " + a.error : ""));
  }

  double ms() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_)
        .count();
  }

  const std::vector<attempt>& attempts() const { return attempts_; }

  /// The first that connected. Asking the socket fails where the peer has already hung up on us.
  const attempt* winner() const {
    for (const attempt& a : attempts_)
      if (a.outcome == "connected") return &a;
    return nullptr;
  }

 private:
  void print(double when, const tcp::endpoint& endpoint, const std::string& what) const {
    if (silent_) return;
    char time[32];
    std::snprintf(time, sizeof time, "%9.1f ms  ", when);
    std::cout << time << eyeballs::to_string(endpoint) << ' ' << what << std::endl;
  }

  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  const bool silent_;
  std::vector<attempt> attempts_;
};

void print_json(const journal& log, const std::string& error) {
  const journal::attempt* winner = error.empty() ? log.winner() : nullptr;
  std::string json = "{\"ok\":";
  json += winner ? "true" : "false";
  json += ",\"ms\":" + json_number(log.ms());
  json += ",\"peer_address\":";
  json += winner ? json_string(winner->endpoint.address().to_string()) : "null";
  json += ",\"peer_port\":";
  json += winner ? std::to_string(winner->endpoint.port()) : "null";
  json += ",\"error\":" + (winner ? "null" : json_string(error)) + ",\"attempts\":[";
  for (const journal::attempt& a : log.attempts()) {
    if (&a != &log.attempts().front()) json += ',';
    json += "{\"endpoint\":" + json_string(eyeballs::to_string(a.endpoint));
    json += ",\"start_ms\":" + json_number(a.start_ms) + ",\"end_ms\":" + json_number(a.end_ms);
    json += ",\"outcome\":" + json_string(a.outcome);
    json += ",\"error\":" + (a.error.empty() ? "null" : json_string(a.error)) + '}';
  }
  std::cout << json + "]}" << std::endl;
}

void print_text(const journal& log, const std::string& error) {
  if (error.empty()) {
    const journal::attempt& winner = *log.winner();
    std::cout << "connected to " << eyeballs::to_string(winner.endpoint) << " in "
              << json_number(log.ms()) << " ms" << std::endl;
    return;
  }
  std::cout << "could not connect: " << error << std::endl;
  for (const journal::attempt& a : log.attempts())
    std::cout << "  " << eyeballs::to_string(a.endpoint) << ": "
              << (a.error.empty() ? a.outcome : a.error) << std::endl;
}

enum exit_status { success = 0, failure = 1, wrong_usage = 2 };

/// Why it failed. If there were attempts, they are told one by one elsewhere.
std::string reason(const eyeballs::error& why, bool attempts_are_told) {
  if (!attempts_are_told) return why.message();
  std::string text = why.about() + ": " + why.code().message();
  for (const eyeballs::error& cause : why.causes())
    if (!cause.subject_as<eyeballs::attempt_subject<tcp::endpoint>>())
      text += "; " + cause.message();
  return text;
}

/// Draws what happened, as the command line says. False, if it could not be written.
bool draw(const arguments& given) {
  const std::string title = given.host + ' ' + given.service;
  const auto timeline = [&] {
    return eyeballs::timeline_of(*given.options.report, title, eyeballs::to_string);
  };
  const bool on_terminal = ::isatty(STDOUT_FILENO) == 1;
  if (given.timeline || (on_terminal && !given.json))
    std::cout << '\n' << to_text(timeline(), {.colour = on_terminal}) << std::flush;
  if (given.svg.empty()) return true;

  std::ofstream file(given.svg);
  file << to_svg(timeline());
  if (file.flush()) return true;
  std::cerr << "connect: " << given.svg << " could not be written\n";
  return false;
}

/// Connects, unless a signal comes first.
task<exit_status> program(asio::io_context& context, const arguments& given, journal& log) {
  asio::signal_set signals(context, SIGINT, SIGTERM);
  auto first = co_await race(as_outcome(eyeballs::connect(context.get_executor(), given.host,
                                                          given.service, given.options)),
                             as_outcome(signals.async_wait(use_task)));

  std::string error;
  if (const auto* end = std::get_if<outcome<tcp::socket>>(&first); !end) {
    error = "interrupted";
  } else if (end->has_error()) {
    const eyeballs::error& why = end->error();
    error = reason(why, !log.attempts().empty());
    if (why.code() == std::errc::invalid_argument && why.causes().empty()) {
      std::cerr << "connect: " << error << '\n';
      co_return wrong_usage;
    }
  }
  if (given.json) print_json(log, error);
  else print_text(log, error);
  const bool drawn = draw(given);
  if (!drawn) co_return failure;
  co_return error.empty() ? success : failure;
}

exit_status run(arguments& given) {
  journal log(given.json);
  given.options.observer = &log;
  eyeballs::connect_report<tcp::endpoint> report;
  given.options.report = &report;
#ifdef CONNECT_BY_CARES
  eyeballs::cares_resolver dns(given.dns);
  if (!given.dns.empty()) given.options.resolver = &dns;
#endif
  exit_status status = failure;
  asio::io_context context(1);
  eyeballs::co_spawn(context, program(context, given, log),
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
