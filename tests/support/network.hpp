// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_NETWORK_HPP
#define EYEBALLS_TESTS_SUPPORT_NETWORK_HPP

// A made-up network: scripted connectors that note their starts and ends, and connections that are
// counted.

#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "steps.hpp"

namespace support {

class network;

/// A connection: move-only, and open as long as it lives.
class connection {
 public:
  inline connection(network& n, std::string name);

  connection(connection&& other) noexcept
      : net_(std::exchange(other.net_, nullptr)), name_(std::move(other.name_)) {}

  inline connection& operator=(connection&& other) noexcept;
  inline ~connection();

  const std::string& name() const { return name_; }

 private:
  friend network;
  network* net_;
  std::string name_;
};

using connector = eyeballs::task<connection>;

class network {
 public:
  network() = default;
  network(const network&) = delete;

  timeline log;

  /// Connections that are open.
  std::size_t open() const { return open_.size(); }

  bool is_open(const std::string& name) const { return open_.count(name) != 0; }

  /// How often `close` was called for a connection, and for all.
  int closed(const std::string& name) const {
    const auto found = closed_.find(name);
    return found == closed_.end() ? 0 : found->second;
  }

  int closed() const {
    int all = 0;
    for (const auto& [name, times] : closed_) all += times;
    return all;
  }

  /// Closes, and counts.
  auto close() {
    return [this](connection&& c) noexcept {
      ++closed_[c.name()];
      connection gone(std::move(c));
    };
  }

  // Connectors that end after a time, unless they are stopped before.
  connector ok(std::string name, duration after) {
    return play_script(*this, std::move(name), succeed, after, obey, {});
  }

  connector fails(std::string name, duration after, std::errc why = std::errc::connection_refused) {
    return play_script(*this, std::move(name), fail, after, obey, {}, why);
  }

  connector throws(std::string name, duration after) {
    return play_script(*this, std::move(name), throw_, after, obey, {});
  }

  connector hangs(std::string name) {
    return play_script(*this, std::move(name), succeed, duration::max(), obey, {});
  }

  // The same, whether stopped or not.
  connector stubborn_ok(std::string name, duration after) {
    return play_script(*this, std::move(name), succeed, after, ignore, {});
  }

  connector stubborn_fails(std::string name, duration after) {
    return play_script(*this, std::move(name), fail, after, ignore, {});
  }

  /// Once stopped, needs a time to end.
  connector slow_to_stop(std::string name, duration teardown) {
    return play_script(*this, std::move(name), succeed, duration::max(), tear_down, teardown);
  }

  /// Succeeds when it is stopped.
  connector ok_when_stopped(std::string name) {
    return play_script(*this, std::move(name), succeed, duration::max(), succeed_at_once, {});
  }

  /// Reads a variable when started, and ends as that says, `depth` tasks further up.
  connector when(std::string name, eyeballs::dataflow_variable<bool>& works, int depth = 0) {
    const eyeballs::environment here = co_await eyeballs::current_environment();
    log.note(name + " starts", here);
    note_at_exit stopped(log, name + " stopped", here);
    const bool works_ = co_await deep(works, depth);
    stopped.dismiss();
    log.note(name + (works_ ? " ok" : " fails"), here);
    if (!works_) co_return eyeballs::fail(std::errc::connection_refused, name);
    co_return connection(*this, name);
  }

 private:
  friend connection;

  enum ending { succeed, fail, throw_ };

  enum manner { obey, ignore, tear_down, succeed_at_once };

  static eyeballs::task<bool> deep(eyeballs::dataflow_variable<bool>& v, int depth) {
    if (depth == 0) co_return co_await v;
    co_return co_await deep(v, depth - 1);
  }

  static connector play_script(network& net, std::string name, ending how, duration after,
                               manner when_stopped, duration teardown,
                               std::errc why = std::errc::connection_refused) {
    const eyeballs::environment here = co_await eyeballs::current_environment();
    net.log.note(name + " starts", here);
    note_at_exit stopped(net.log, name + " stopped", here);
    if (when_stopped == ignore) {
      co_await eyeballs::shield(eyeballs::sleep(after));
    } else if (when_stopped == obey) {
      if (after > duration::zero()) co_await eyeballs::sleep(after);
    } else {
      auto slept = co_await eyeballs::as_outcome(eyeballs::sleep(after));
      if (slept.stopped() && when_stopped == tear_down) {
        co_await eyeballs::shield(eyeballs::sleep(teardown));
        co_await eyeballs::stop_point();
      }
    }
    stopped.dismiss();
    net.log.note(name + (how == succeed ? " ok" : how == fail ? " fails" : " throws"), here);
    if (how == throw_) throw std::runtime_error(name);
    if (how == fail) co_return eyeballs::fail(why, name);
    co_return connection(net, name);
  }

  std::multiset<std::string> open_;
  std::map<std::string, int> closed_;
};

connection::connection(network& n, std::string name) : net_(&n), name_(std::move(name)) {
  net_->open_.insert(name_);
}

connection& connection::operator=(connection&& other) noexcept {
  std::swap(net_, other.net_);
  std::swap(name_, other.name_);
  return *this;
}

connection::~connection() {
  if (net_) net_->open_.erase(net_->open_.find(name_));
}

/// Happy Eyeballs over a made-up network, with the RFC's delay.
template <class... Connectors>
eyeballs::task<connection> eyeballs_of(network& net, Connectors... connectors) {
  return eyeballs::happy_eyeballs(std::chrono::milliseconds(250), net.close(),
                                  list(std::move(connectors)...));
}

/// The causes of an error, as what each was about.
inline lines causes_of(const eyeballs::error& e) {
  lines names;
  for (const auto& cause : e.causes()) names.push_back(cause.about());
  return names;
}

}  // namespace support

#endif
