// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What a thread finds out for a task, by a function that blocks.

#include <functional>
#include <string>
#include <utility>

#include "../../core/result.hpp"
#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// How long a question may take.
enum class patience : unsigned char {
  /// As long as a name server is silent. Of a context, only so many names are asked about at a
  /// time.
  network,

  /// No longer than it takes to read files. It is not held up by questions of the other kind.
  files,
};

/// Two questions are the same if they are about the same name, have the same key, and are answered
/// by the same type: then one call answers both.
template <class T> struct question {
  /// * `about`: the name that somebody wants to know about, whose questions count as one lookup.
  /// * `what`: the key.
  /// * `how`: blocks, in some thread, and yields the answer. It owns what it needs.
  question(std::string about, std::string what, std::function<result<T>()> how)
      : name(std::move(about)), key(std::move(what)), ask(std::move(how)) {}

  std::string name;
  std::string key;
  std::function<result<T>()> ask;

  /// The key of the question that this one is to come just after, if that is the one asked before
  /// it.
  std::string follows = {};

  patience takes = patience::network;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
