# SPDX-License-Identifier: GPL-3.0-or-later
# Generated sources: protocol buffers and embedded files. All of them go to <build>/generated, a system include root.
set(ZHIDA_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/embed.cmake")

# zhida_protobuf(zhida_wire_proto PROTOS x.proto ... [DEPS other_proto_library ...])
# Imports are written from the project root; the header of model/wire/x.proto is "model/wire/x.pb.h".
function(zhida_protobuf target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "PROTOS;DEPS")
    set(generated)
    foreach(proto IN LISTS arg_PROTOS)
        get_filename_component(file "${proto}" ABSOLUTE)
        file(RELATIVE_PATH path "${PROJECT_SOURCE_DIR}" "${file}")
        string(REGEX REPLACE "\\.proto$" "" stem "${ZHIDA_GENERATED_DIR}/${path}")
        get_filename_component(folder "${stem}" DIRECTORY)
        file(MAKE_DIRECTORY "${folder}")
        add_custom_command(
            OUTPUT "${stem}.pb.cc" "${stem}.pb.h"
            COMMAND protobuf::protoc "--proto_path=${PROJECT_SOURCE_DIR}" "--cpp_out=${ZHIDA_GENERATED_DIR}"
                    "--dependency_out=${stem}.pb.d" "${path}"
            WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
            DEPENDS "${file}" protobuf::protoc
            DEPFILE "${stem}.pb.d"
            COMMENT "protoc ${path}"
            VERBATIM)
        list(APPEND generated "${stem}.pb.cc" "${stem}.pb.h")
    endforeach()
    add_library(${target} STATIC ${generated})
    set_target_properties(${target} PROPERTIES UNITY_BUILD OFF AUTOMOC OFF)
    target_compile_options(${target} PRIVATE -w)
    target_include_directories(${target} SYSTEM PUBLIC "${ZHIDA_GENERATED_DIR}")
    target_link_libraries(${target} PUBLIC ${arg_DEPS} protobuf::libprotobuf Threads::Threads)
    add_custom_target(${target}_generated DEPENDS ${generated})
    add_dependencies(${target} ${target}_generated)
    add_dependencies(zhida_generated ${target}_generated)
endfunction()

# zhida_embed(target FILES a.sql ... NAMESPACE zhida::storage::migrations [BASE folder])
# "<target>_embedded.h" declares std::span<const EmbeddedFile> NAMESPACE::files(), in the order of FILES; an EmbeddedFile is
# {name, text}, the name relative to BASE (default: this folder). The target is made if there is none; a second call for the same
# target is an error. Text files only: no NUL, no CR LF (the build says so).
function(zhida_embed target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "NAMESPACE;BASE" "FILES")
    if(NOT arg_NAMESPACE)
        message(FATAL_ERROR "zhida_embed(${target}): NAMESPACE is missing")
    endif()
    if(NOT arg_BASE)
        set(arg_BASE "${CMAKE_CURRENT_SOURCE_DIR}")
    endif()
    get_filename_component(base "${arg_BASE}" ABSOLUTE)
    set(files)
    set(listing "")
    foreach(item IN LISTS arg_FILES)
        get_filename_component(file "${item}" ABSOLUTE)
        list(APPEND files "${file}")
        string(APPEND listing "${file}\n")
    endforeach()
    set(stem "${ZHIDA_GENERATED_DIR}/${target}_embedded")
    file(CONFIGURE OUTPUT "${stem}.list" CONTENT "${listing}" @ONLY)
    add_custom_command(
        OUTPUT "${stem}.cpp" "${stem}.h"
        COMMAND "${CMAKE_COMMAND}" "-DSTEM=${stem}" "-DBASE=${base}" "-DNAMESPACE=${arg_NAMESPACE}" -P "${ZHIDA_EMBED_SCRIPT}"
        DEPENDS ${files} "${stem}.list" "${ZHIDA_EMBED_SCRIPT}"
        COMMENT "Embedding the files of ${target}"
        VERBATIM)
    set_source_files_properties("${stem}.cpp" "${stem}.h" PROPERTIES
        GENERATED ON SKIP_AUTOMOC ON SKIP_UNITY_BUILD_INCLUSION ON)
    add_custom_target(${target}_embedded DEPENDS "${stem}.cpp" "${stem}.h")
    add_dependencies(zhida_generated ${target}_embedded)
    if(TARGET ${target})
        target_sources(${target} PRIVATE "${stem}.cpp" "${stem}.h")
    else()
        zhida_library(${target} SOURCES "${stem}.cpp" "${stem}.h")
    endif()
    add_dependencies(${target} ${target}_embedded)
endfunction()
