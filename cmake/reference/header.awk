# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# A header as Doxygen reads it:
#
# * The comment at its head, which is everybody's first, becomes that of the file.
# * Its names belong to the topic of its folder: see topics.dox.
# * The inline namespaces of the two Asios, which nobody writes, are left out, and so are friends and the
#   aliases of a namespace.
# * What only compilers and the library use of a task is left out.
# * A header that declares no name outside of `detail` is empty.

function keep(line) { text = text line "\n" }

FNR == 1 {
  topic = "asio"
  if (FILENAME ~ /eyeballs\/(address|attempts|by_name|testing|trace)\//) {
    topic = FILENAME
    sub(/.*\/eyeballs\//, "", topic)
    sub(/\/.*/, "", topic)
  } else if (FILENAME ~ /eyeballs\/(base|core|runtime)\//) {
    topic = "tasks"
  } else if (FILENAME ~ /eyeballs\/[a-z_]*\.hpp$/) {
    topic = "happy_eyeballs"
  }
}

FNR == 1, /^#pragma once/ { next }

# A header that opens with code has no such comment.
NF && !begun { begun = 1; opening = /^\/\/ /; if (opening) keep("/// @file") }
opening && !/^\/\// { opening = 0 }
opening { sub(/^\/\//, "///") }

grouped && /^}  \/\/ namespace eyeballs/ { keep("/// @}"); grouped = 0 }
/^ *friend [^(]*;$/ || /^namespace [a-z]+ = / { next }
/^  \/\/ What makes a function a coroutine/ { getline; next }
/^  \/\/ The protocol of an operation/ { keep("/// @cond"); hidden = 1; next }
hidden && /^ private:/ { keep("/// @endcond"); hidden = 0 }

{ sub(/::inline EYEBALLS_ASIO_NAMESPACE/, ""); keep($0) }

/^namespace eyeballs(::on_threads)? {/ {
  keep("/// @addtogroup " topic "\n/// @{")
  grouped = is_public = 1
}

END { if (is_public) printf "%s", text }
