// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// A program for the shell: connects by Happy Eyeballs and tells of each attempt as it happens. It
// shows the options, an observer, a resolver by c-ares, and a race against a signal.
//
//     connect [OPTIONS] HOST SERVICE

#include <asio/io_context.hpp>
#include <asio/signal_set.hpp>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <eyeballs/asio.hpp>
#ifdef CONNECT_BY_CARES
#include <eyeballs/asio/cares_resolver.hpp>
#endif
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using eyeballs::as_outcome;
using eyeballs::outcome;
using eyeballs::race;
using eyeballs::task;
using eyeballs::tcp;
using eyeballs::use_task;
using namespace std::chrono_literals;

constexpr std::string_view usage = R"(usage: connect [OPTIONS] HOST SERVICE

Connects to SERVICE (a name or a port) of HOST (a name or an address) by Happy
Eyeballs, RFC 8305, and tells of each attempt as it happens.

  --delay MS    start the next attempt beside a silent one after MS milliseconds
                (at least 10; otherwise 250)
  --timeout MS  give up after MS milliseconds (otherwise when all attempts fail)
  --dns SERVERS ask these name servers, separated by commas, by c-ares
  --json        tell all in one line of JSON, at the end
  --help        this text

Exit status: 0 connected; 1 could not connect, or was interrupted (SIGINT,
SIGTERM); 2 wrong usage.
)";

struct arguments {
  std::string host, service, dns;
  eyeballs::connect_options options;
  bool json = false, help = false;
};

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

/// How many bytes of `s` are one well-formed UTF-8 sequence; 0 if none are.
std::size_t utf8_length(std::string_view s) {
  const auto byte = [&](std::size_t i) { return i < s.size() ? s[i] & 0xFF : 0; };
  const int lead = byte(0);
  const int second = byte(1);
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !continues(1)) return 0;
  if (lead < 0xE0) return 2;
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || !continues(2)) return 0;
  if (lead < 0xF0) return 3;
  if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F) || !continues(3)) return 0;
  return 4;
}

/// A JSON string, whatever is in `text`: a host comes from the command line, byte by byte.
std::string quoted(std::string_view text) {
  std::string json = "\"";
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const char c = text.front();
    if (length == 0) {
      json += "\\ufffd";
    } else if (length == 1 && (c < 0x20 || c == 0x7F)) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", unsigned(c));
      json += escape;
    } else {
      if (c == '"' || c == '\\') json += '\\';
      json += text.substr(0, length);
    }
    text.remove_prefix(length ? length : 1);
  }
  return json + '"';
}

std::string number(double ms) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", ms);
  return text;
}

void print_json(const journal& log, const std::string& error) {
  const journal::attempt* winner = error.empty() ? log.winner() : nullptr;
  std::string json = "{\"ok\":";
  json += winner ? "true" : "false";
  json += ",\"ms\":" + number(log.ms());
  json += ",\"peer_address\":";
  json += winner ? quoted(winner->endpoint.address().to_string()) : "null";
  json += ",\"peer_port\":";
  json += winner ? std::to_string(winner->endpoint.port()) : "null";
  json += ",\"error\":" + (winner ? "null" : quoted(error)) + ",\"attempts\":[";
  for (const journal::attempt& a : log.attempts()) {
    if (&a != &log.attempts().front()) json += ',';
    json += "{\"endpoint\":" + quoted(eyeballs::to_string(a.endpoint));
    json += ",\"start_ms\":" + number(a.start_ms) + ",\"end_ms\":" + number(a.end_ms);
    json += ",\"outcome\":" + quoted(a.outcome);
    json += ",\"error\":" + (a.error.empty() ? "null" : quoted(a.error)) + '}';
  }
  std::cout << json + "]}" << std::endl;
}

void print_end(const journal& log, const std::string& error) {
  if (error.empty()) {
    const journal::attempt& winner = *log.winner();
    std::cout << "connected to " << eyeballs::to_string(winner.endpoint) << " in "
              << number(log.ms()) << " ms" << std::endl;
    return;
  }
  std::cout << "could not connect: " << error << std::endl;
  for (const journal::attempt& a : log.attempts())
    std::cout << "  " << eyeballs::to_string(a.endpoint) << ": "
              << (a.error.empty() ? a.outcome : a.error) << std::endl;
}

/// Why it failed. If there were attempts, they are told one by one elsewhere.
std::string reason(const eyeballs::error& why, bool attempts_are_told) {
  if (!attempts_are_told) return why.message();
  std::string text = why.about() + ": " + why.code().message();
  for (const eyeballs::error& cause : why.causes())
    if (!cause.subject_as<eyeballs::attempt_subject<tcp::endpoint>>())
      text += "; " + cause.message();
  return text;
}

/// Connects, unless a signal comes first; yields the exit status.
task<int> program(asio::io_context& context, const arguments& given, journal& log) {
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
      co_return 2;
    }
  }
  given.json ? print_json(log, error) : print_end(log, error);
  co_return error.empty() ? 0 : 1;
}

/// Whole milliseconds, at least `least`.
std::optional<std::chrono::milliseconds> parse_ms(std::string_view text, int least) {
  int ms = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, ms);
  if (read.ec != std::errc() || read.ptr != end || ms < least) return std::nullopt;
  return std::chrono::milliseconds(ms);
}

/// Fills `given`; yields what is wrong with the command line, or nothing.
std::string parse(int argc, char** argv, arguments& given) {
  std::vector<std::string> names;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--help") {
      given.help = true;
    } else if (argument == "--json") {
      given.json = true;
    } else if (argument == "--delay" || argument == "--timeout") {
      if (++i == argc) return argument + " needs a number of milliseconds";
      const bool delay = argument == "--delay";
      const auto ms = parse_ms(argv[i], delay ? 10 : 1);
      if (!ms)
        return argument + " is a whole number of milliseconds, at least " + (delay ? "10" : "1") +
               ", not '" + argv[i] + "'";
      (delay ? given.options.attempt_delay : given.options.timeout) = *ms;
    } else if (argument == "--dns") {
      if (++i == argc || !*argv[i]) return argument + " needs the addresses of name servers";
      given.dns = argv[i];
#ifndef CONNECT_BY_CARES
      return argument + " needs c-ares, which this program was built without";
#endif
    } else if (argument.starts_with('-')) {
      return "unknown option '" + argument + "'";
    } else {
      names.push_back(argument);
    }
  }
  if (given.help) return "";
  if (names.size() != 2) return "HOST and SERVICE are needed, and nothing else";
  given.host = names[0];
  given.service = names[1];
  return "";
}

int main(int argc, char** argv) {
  arguments given;
  if (const std::string wrong = parse(argc, argv, given); !wrong.empty()) {
    std::cerr << "connect: " << wrong << "\n\n" << usage;
    return 2;
  }
  if (given.help) {
    std::cout << usage;
    return 0;
  }

  journal log(given.json);
  given.options.observer = &log;
#ifdef CONNECT_BY_CARES
  eyeballs::cares_resolver dns(given.dns);
  if (!given.dns.empty()) given.options.resolver = &dns;
#endif
  int status = 1;
  asio::io_context context(1);
  eyeballs::co_spawn(context, program(context, given, log), [&](std::exception_ptr failed, int s) {
    if (failed) std::rethrow_exception(failed);
    status = s;
  });
  context.run();
  return status;
}
