# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DSTEM=<out without suffix> -DBASE=<folder> -DNAMESPACE=<a::b> -P embed.cmake : writes STEM.cpp and STEM.h from STEM.list
set(delimiter "zhida_embed")
get_filename_component(header "${STEM}.h" NAME)
file(STRINGS "${STEM}.list" files ENCODING UTF-8)
list(LENGTH files count)

get_filename_component(folder "${STEM}.h" DIRECTORY)
file(CONFIGURE OUTPUT "${folder}/embedded_file.h" @ONLY CONTENT [[
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string_view>

namespace zhida {
/// A file that was compiled into the program. Both views live as long as the program and end before a NUL.
struct EmbeddedFile {
    std::string_view name;
    std::string_view text;
};
}  // namespace zhida
]])
file(WRITE "${STEM}.h.new" "// Generated. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include \"embedded_file.h\"

namespace ${NAMESPACE} {
using zhida::EmbeddedFile;
/// ${count} files.
std::span<const EmbeddedFile> files();
}  // namespace ${NAMESPACE}
")
file(COPY_FILE "${STEM}.h.new" "${STEM}.h")

set(code "${STEM}.cpp.new")
file(WRITE "${code}" "// Generated.\n#include \"${header}\"\n#include <array>\n\nnamespace ${NAMESPACE} {\nnamespace {\n")
set(entries "")
set(index 0)
foreach(file IN LISTS files)
    file(READ "${file}" text)
    file(SIZE "${file}" size)
    file(RELATIVE_PATH name "${BASE}" "${file}")
    string(FIND "${text}" ")${delimiter}\"" clash)
    if(NOT clash EQUAL -1)
        message(FATAL_ERROR "${file} contains the delimiter )${delimiter}\"")
    endif()
    file(APPEND "${code}" "constexpr char kText${index}[] = R\"${delimiter}(")
    file(APPEND "${code}" "${text}")
    file(APPEND "${code}" ")${delimiter}\";\nstatic_assert(sizeof(kText${index}) == ${size} + 1, \"CR LF or NUL in ${name}\");\n")
    string(APPEND entries "    {\"${name}\", {kText${index}, ${size}}},\n")
    math(EXPR index "${index} + 1")
endforeach()
if(entries)
    file(APPEND "${code}" "constexpr std::array<EmbeddedFile, ${count}> kFiles{{\n${entries}}};\n")
    set(result "kFiles")
else()
    set(result "{}")
endif()
file(APPEND "${code}" "}  // namespace\n\nstd::span<const EmbeddedFile> files() { return ${result}; }\n}  // namespace ${NAMESPACE}\n")
file(RENAME "${code}" "${STEM}.cpp")
